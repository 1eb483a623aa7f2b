import groovy.xml.XmlSlurper

// JUnit 5 takes no suspend function for a test: it says so in a warning, runs none of it, and the build is green.
// Nothing here can change that, as the extension is never asked.
def names = new File(basedir, 'target/junit-5.14.4').listFiles({ it.name.endsWith('.xml') } as FileFilter)
        .collectMany { new XmlSlurper().parse(it).testcase.collect { it.@name.text() } }.sort()
assert names == (['another'] + (1..3).collect { "another()[$it]" as String } +
        (1..6).collectMany { ["quotes a price(Task)[$it]" as String, "sums(ExecutorService)[$it]" as String] }).sort()
def log = new File(basedir, 'build.log').text
['annotatedItself', 'inAnAnnotatedClass'].each { name ->
    assert log =~ /${name}\(kotlin\.coroutines\.Continuation.*must not return a value. It will not be executed./
}
return true

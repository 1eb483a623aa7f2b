import groovy.xml.XmlSlurper

// JUnit 6 executes suspend functions; the annotation refuses them, in both forms, and fails no other test.
def tests = new File(basedir, 'target/junit-6.1.3').listFiles({ it.name.endsWith('.xml') } as FileFilter)
        .collectMany { new XmlSlurper().parse(it).testcase.collect { [it.@name.text(), it.error.@message.text()] } }
def refusals = tests.findAll { it[1] }.collectEntries()
def sentence = { name ->
    "@AcrossExecutors cannot execute ${name}(): a Kotlin suspend function. " +
            'Make it an ordinary function that calls runBlocking { ... }.'
}
def expected = ['annotatedItself(Continuation)': sentence('annotatedItself') as String]
(1..3).each { expected["inAnAnnotatedClass(Continuation)[$it]" as String] = sentence('inAnAnnotatedClass') as String }
assert refusals == expected
assert tests.count { !it[1] } == 16
return true

import groovy.xml.XmlSlurper

// Whether own-tests-* ran what their names say: every test, or every test that knows JUnit, with the jar in place of the classes, on that JDK and JUnit.
def wanted = new Properties()
new File(basedir, 'test.properties').withInputStream { wanted.load(it) }
def module = new File(basedir, '../../../..')
def suites = { directory ->
    def files = directory.listFiles({ it.name ==~ /TEST-.*\.xml/ } as FileFilter) ?: []
    files.collectEntries { [(it.name - 'TEST-' - '.xml'): new XmlSlurper().parse(it)] }
}
def here = suites(new File(basedir, 'surefire-reports'))
// Reports outlive the tests they are about, and a test run by hand leaves one of a class the build does not run.
def ordinary = suites(new File(module, 'target/surefire-reports')).keySet().findAll {
    it.endsWith('Tests') && new File(module, "src/test/java/${it.replace('.', '/')}.java").exists()
}
def due = ordinary.findAll { wanted['own-tests.include'] == '**/*Tests.java' || it ==~ /(io\.github\.acrossexecutors|example)\.\w+/ }
assert here.keySet() == due - ['io.github.acrossexecutors.ArchitectureTests', 'io.github.acrossexecutors.PublicTypesTests']
assert !here.keySet().empty

def property = { suite, name -> suite.properties.property.find { it.@name == name }.@value.text() }
here.each { file, suite ->
    def classPath = property(suite, 'java.class.path').split(File.pathSeparator).collect { new File(it).name }
    assert classPath.count { it ==~ /across-executors-.*\.jar/ } == 1
    assert !classPath.contains('classes')
    assert classPath.contains("junit-jupiter-api-${wanted['junit.version']}.jar" as String)
    assert !wanted['java'] || property(suite, 'java.specification.version') == wanted['java']
}
return true

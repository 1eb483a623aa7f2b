import groovy.xml.XmlSlurper

// The build has failed, as invoker.properties says it must. Here: for both forms, and for this reason alone.
def expected = '@AcrossExecutors needs JUnit Jupiter 5.13 or newer; found 5.12.2. ' +
        'Raise the version, best by importing org.junit:junit-bom.'
['AnnotatedMethodTest': 'quotes', 'AnnotatedClassTest': 'initializationError'].each { type, name ->
    def report = new File(basedir, "target/surefire-reports/TEST-com.example.shop.${type}.xml")
    def seen = new XmlSlurper().parse(report).testcase.collect { [it.@name.text(), it.error.@message.text()] }
    assert seen == [[name, expected]]
}
return true

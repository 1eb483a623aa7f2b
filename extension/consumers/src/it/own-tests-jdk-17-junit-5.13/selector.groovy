import groovy.xml.XmlSlurper
import org.slf4j.LoggerFactory

def jdks = new XmlSlurper().parse(new File(basedir, '../setup-jdks/jdks.xml'))
def versions = jdks.toolchain.collect { it.provides.version.text() }
def found = versions.any { it == '17' || it.startsWith('17.') }
if (!found) {
    LoggerFactory.getLogger(getClass()).warn(
            "The extension's tests do not run on JDK 17 and JUnit 5.13: no JDK 17 is installed where Maven looks, only {}.", versions)
}
return found

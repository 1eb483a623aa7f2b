import groovy.xml.XmlSlurper

// What Surefire's XML tells of a test, held exactly, because the README says which configuration tells what.
// In the class form the model is a number, its place in the list of models: Surefire never reads the name of a class
// template's invocation. A Surefire that does turns this red, and the README can say more.
def names = { directory ->
    def report = new File(basedir, "target/${directory}/TEST-com.example.shop.ExistingSuiteTest.xml")
    new XmlSlurper().parse(report).testcase.collect { it.@name.text() }.sort()
}
def plain = (1..2).collectMany { model ->
    ['closes()', 'opens()', 'sells()'].collect { "${it}[${model}]" as String } +
            ['parses(int)', 'repeats()'].collectMany { test -> (1..2).collect { "${test}[${model}][${it}]" as String } }
}
assert names('surefire-reports') == (plain + ['quotes()[1][1]', 'quotes()[1][2]']).sort()

def phrased = ['a closed shop sells nothing', 'opens()', 'sells()', 'parses(int)[1] 7', 'parses(int)[2] 8',
        'repeats() repetition 1 of 2', 'repeats() repetition 2 of 2']
assert names('phrased') == (phrased + phrased +
        ['quotes() quotes() under SEQUENTIAL', 'quotes() quotes() under FIXED_POOL']).sort()
return true

import groovy.json.JsonSlurper

def reports = []
basedir.eachFileRecurse { if (it.name == 'report.json') reports << new JsonSlurper().parse(it) }

assert reports.size() == 2
assert reports*.jvm*.pid.toSet().size() == 2
assert reports.collect { it.tests*.class.toSet() }.toSet() ==
        [['com.example.shop.CartsTest'].toSet(), ['com.example.shop.OrdersTest'].toSet()].toSet()

def models = ['SEQUENTIAL', 'PLATFORM_THREADS', 'FIXED_POOL', 'FORK_JOIN', 'VIRTUAL_THREADS', 'EVENT_LOOP']
reports.each { report ->
    assert report.schema == 'across-executors/report'
    assert report.version == 1
    assert report.tests*.model == models
    assert report.tests*.status.every { it == 'passed' }
    assert report.tests.every { it.rounds.size() == 5 && it.rounds.every { it.spans.size() == 40 } }
}

// The JVM that ended last shows both.
def views = []
basedir.eachFileRecurse { if (it.name in ['report.html', 'report.csv', 'report.md']) views << it }
assert views*.name.sort() == ['report.csv', 'report.html', 'report.md']
assert views.find { it.name == 'report.csv' }.readLines().size() == 1 + 2 * models.size() * 5 * 40
assert views.find { it.name == 'report.html' }.text.contains('com.example.shop.CartsTest')
assert views.find { it.name == 'report.html' }.text.contains('com.example.shop.OrdersTest')
return true

import groovy.json.JsonSlurper

def reports = []
basedir.eachFileRecurse { if (it.name == 'report.json') reports << new JsonSlurper().parse(it) }

assert reports.size() == 2
assert reports*.jvm*.pid.toSet().size() == 2
def classes = ['com.example.shop.CartsTest', 'com.example.shop.OrdersTest', 'com.example.shop.StockTest']
assert reports.collectMany { it.tests*.class.unique() }.sort() == classes
assert reports.every { it.tests*.class.toSet().intersect(classes[0..1]).size() == 1 }

def models = ['SEQUENTIAL', 'PLATFORM_THREADS', 'FIXED_POOL', 'FORK_JOIN', 'VIRTUAL_THREADS', 'EVENT_LOOP']
reports.each { report ->
    assert report.schema == 'across-executors/report'
    assert report.version == 1
    report.tests.groupBy { it.class }.values().each { assert it*.model == models }
    assert report.tests*.status.every { it == 'passed' }
    assert report.tests.every { it.rounds.size() == 5 && it.rounds.every { it.spans.size() == 40 } }
}

// The JVM that ended last shows all.
def views = []
basedir.eachFileRecurse { if (it.name in ['report.html', 'report.csv', 'report.md']) views << it }
assert views*.name.sort() == ['report.csv', 'report.html', 'report.md']
assert views.find { it.name == 'report.csv' }.readLines().size() == 1 + classes.size() * models.size() * 5 * 40
classes.each { name -> assert views.find { it.name == 'report.html' }.text.contains(name) }
return true

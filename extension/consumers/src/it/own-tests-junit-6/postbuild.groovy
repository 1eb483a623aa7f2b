return evaluate(new File(basedir, '../../../src/it/own-tests.groovy'))

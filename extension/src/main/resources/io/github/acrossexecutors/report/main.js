/* What is shown: the overview of all tests, and one of them in full. */
const index = json('index');
const tests = grouped();
const models = [...new Set(index.tests.map((row) => row.model))].sort((a, b) => rank(a) - rank(b));
let current = null;
let timeline = null;
let shown = [];
let reading = null;

/** Tests with a row per model, in the order in which they ran; JVMs by their start. */
function grouped() {
  const byName = new Map();
  const of = (entry) => {
    const jvm = index.jvms[entry.jvm];
    const key = [jvm.place, entry.class, entry.test].join('\n');
    if (!byName.has(key)) {
      byName.set(key, { name: (jvm.place ? jvm.place + ': ' : '') + entry.test, type: entry.class, jvm, rows: [], verdicts: [] });
    }
    return byName.get(key);
  };
  const order = (a, b) => index.jvms[a.jvm].startedEpochMillis - index.jvms[b.jvm].startedEpochMillis;
  index.tests.slice().sort(order).forEach((row) => of(row).rows.push(row));
  index.verdicts.slice().sort(order).forEach((verdict) => of(verdict).verdicts.push(verdict));
  const all = [...byName.values()];
  all.forEach((test, i) => {
    test.id = i;
    test.rows.sort((a, b) => rank(a.model) - rank(b.model));
    test.good = test.rows.every((row) => row.status === 'passed') && test.verdicts.every((verdict) => verdict.verdict === 'met');
  });
  return all;
}

function summary() {
  const count = (entries, key, value) => entries.filter((entry) => entry[key] === value).length;
  const statuses = Object.keys(SIGNS).map((status) => count(index.tests, 'status', status) + ' ' + status);
  const verdicts = ['met', 'not met', 'inconclusive'].map((verdict) => count(index.verdicts, 'verdict', verdict) + ' ' + verdict);
  fill(byId('summary'), plural(tests.length, 'test') + ' under ' + plural(models.length, 'model') + ' in ' + plural(index.jvms.length, 'JVM')
    + ': ' + statuses.join(', ') + '.' + (index.verdicts.length ? ' Expectations: ' + verdicts.join(', ') + '.' : ''));
}

function overview() {
  const heads = ['test', ...models, ...(index.verdicts.length ? ['expectations'] : [])];
  const head = element('thead', null, element('tr', null, ...heads.map((text) => element('th', { scope: 'col', class: text === 'expectations' ? 'text' : null }, ...text.split(/(?<=_)/).flatMap((part) => [part, element('wbr')])))));
  fill(byId('tests'), element('caption', { class: 'unseen' }, 'Every test with its median time and result under each model'), head,
    element('tbody', null, ...tests.map((test) => {
      const slowest = Math.max(1, ...test.rows.map((row) => row.median || 0));
      test.line = element('tr', null, element('th', { scope: 'row', title: test.name }, element('a', { href: '#test-' + test.id }, test.name)),
        ...models.map((model) => cell(test.rows.filter((row) => row.model === model), slowest)),
        index.verdicts.length ? element('td', { class: 'text' }, ...verdictSigns(test.verdicts)) : null);
      return test.line;
    })));
}

function cell(rows, slowest) {
  return element('td', null, ...rows.flatMap((row) => {
    const strip = element('span', { class: 'strip', 'aria-hidden': 'true' });
    strip.style.width = Math.max(2, 100 * (row.median || 0) / slowest) + '%';
    const sign = row.status === 'passed' ? element('span', { class: 'unseen' }, 'passed ')
      : element('span', { class: 'sign ' + row.status }, SIGNS[row.status] + ' ' + row.status + ' ');
    return [sign, time(row.median), strip];
  }));
}

function verdictSigns(verdicts) {
  return ['met', 'not met', 'inconclusive'].map((kind) => [kind, verdicts.filter((verdict) => verdict.verdict === kind).length])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => element('div', { class: kind.replace(' ', '-') }, (count > 1 ? count + ' ' : '') + kind));
}

function filter() {
  const wanted = byId('filter').value.trim().toLowerCase();
  const strict = byId('only-failed').checked;
  let found = 0;
  for (const test of tests) {
    test.line.hidden = !((test.name + ' ' + test.type).toLowerCase().includes(wanted) && !(strict && test.good));
    found += test.line.hidden ? 0 : 1;
  }
  fill(byId('found'), found === tests.length ? '' : found + ' of ' + plural(tests.length, 'test'));
}

function show(test, focus) {
  if (!test) return;
  if (current) current.line.removeAttribute('aria-current');
  current = test;
  test.line.setAttribute('aria-current', 'true');
  const row = test.rows[0];
  fill(byId('test-title'), test.name);
  fill(byId('test-facts'), test.type + (row ? ' · ' + plural(row.tasks, 'task') + ', ' + plural(row.rounds, 'round')
    + (row.warmups ? ' after ' + plural(row.warmups, 'warm-up') : '') + ' · ' + row.meaning : ''));
  byId('previous').disabled = test.id === 0;
  byId('next').disabled = test.id === tests.length - 1;
  fill(byId('verdicts'), ...test.verdicts.map((verdict) => element('li', { class: verdict.verdict.replace(' ', '-') },
    element('span', { class: 'badge' }, verdict.verdict), element('b', null, verdict.expectation), element('p', null, verdict.message))));
  fill(byId('notes'), ...notes(test).map((note) => element('li', null, note)));
  rounds(test);
  draw();
  if (focus) byId('test-title').focus();
}

/** Each note once; whose it is, unless it is everybody's. */
function notes(test) {
  const models = new Map();
  test.rows.forEach((row) => row.notes.forEach((note) => models.set(note, [...(models.get(note) || []), row.model])));
  return [...models].map(([note, whose]) => (whose.length > 1 && whose.length === test.rows.length ? note : whose.join(', ') + ': ' + note));
}

function rounds(test) {
  test.data = test.data || test.rows.map((row) => json(row.data));
  const most = Math.max(0, ...test.data.map((all) => all.length));
  fill(byId('round'), element('option', { value: '0' }, 'median of each model'),
    ...Array.from({ length: most }, (_, i) => element('option', { value: i + 1 }, String(i + 1)
      + (test.data.some((all) => all[i] && all[i].warmup) ? ' (warm-up)' : ''))));
}

function draw() {
  showBars(current);
  const number = Number(byId('round').value);
  shown = current.rows.map((row, i) => [row, chosen(current.data[i], number)]).filter(([, round]) => round).map(([row, round]) => panel(row, round));
  reading = null;
  fill(byId('reader'));
  timeline = showTimeline(shown);
  fill(byId('timeline-summary'), shown.map((each) => each.row.model + ': ' + plural(each.items.length, 'task') + ' on '
    + plural(each.round.workers.length, 'worker') + ' in ' + time(each.round.wall) + ', up to ' + each.round.peak + ' at once').join('. '));
  if (byId('as-table').open) table();
}

/** The first thousand; whoever wants more of them reads report.csv. */
function table() {
  const most = 1000;
  const lines = shown.flatMap((each) => each.items.map((item) => [each, item]));
  const head = ['model', 'worker', 'task', 'start', 'end', 'took', 'ran on a CPU'];
  fill(byId('spans'),
    element('caption', lines.length > most ? null : { class: 'unseen' }, lines.length > most ? 'The first ' + most + ' of ' + lines.length + ' tasks; report.csv has all' : 'Tasks'),
    element('thead', null, element('tr', null, ...head.map((text) => element('th', { scope: 'col' }, text)))),
    element('tbody', null, ...lines.slice(0, most).map(([each, item]) => {
      const round = each.round;
      const i = item[4];
      const cpu = round.cpu ? round.cpu[i] : -1;
      return element('tr', null, element('th', { scope: 'row' }, each.row.model), element('td', { class: 'text' }, round.workers[round.worker[i]]),
        ...[String(round.task ? round.task[i] : i), time(item[1]), time(item[2]), time(round.took[i]), cpu < 0 ? '?' : time(cpu)].map((text) => element('td', null, text)));
    })));
}

/** Arrow keys walk from bar to bar: across in time, down to the next model. */
function read(across, down) {
  if (!shown.length) return;
  if (!reading) reading = { model: 0, at: across < 0 ? 0 : -1 };
  reading.model = Math.min(shown.length - 1, Math.max(0, reading.model + down));
  const each = shown[reading.model];
  reading.at = Math.min(each.items.length - 1, Math.max(0, down ? 0 : reading.at + across));
  if (!each.items.length) return;
  const lines = spanLines(each, each.items[reading.at]);
  timeline.dispatchAction({ type: 'showTip', seriesIndex: reading.model, dataIndex: reading.at });
  fill(byId('reader'), lines.title + '; ' + lines.lines.join('; '));
}

const KEYS = {
  '+': () => zoom(timeline, 'in'), '=': () => zoom(timeline, 'in'), '-': () => zoom(timeline, 'out'), '0': () => zoom(timeline, 'all'),
  ArrowRight: () => read(1, 0), ArrowLeft: () => read(-1, 0), ArrowDown: () => read(0, 1), ArrowUp: () => read(0, -1),
};

function where() {
  const facts = [['place', 'place'], ['process', 'pid'], ['Java', 'java'], ['virtual machine', 'vm'], ['system', 'os'], ['CPUs', 'availableProcessors']];
  fill(byId('jvms'), element('thead', null, element('tr', null, element('th', { scope: 'col' }, 'started'), ...facts.map(([name]) => element('th', { scope: 'col', class: 'text' }, name)))),
    element('tbody', null, ...index.jvms.map((jvm) => element('tr', null, element('th', { scope: 'row' }, new Date(jvm.startedEpochMillis).toLocaleString()),
      ...facts.map(([, key]) => element('td', { class: 'text' }, jvm[key] === null ? '?' : String(jvm[key])))))));
  fill(byId('damaged'), ...index.damaged.map((sentence) => element('li', { class: 'failed' }, 'Read as far as possible: ' + sentence)));
  fill(byId('written'), 'Written ' + index.written + '. Charts by Apache ECharts, Apache License 2.0.');
}

const chosenByAddress = () => tests[Number((location.hash.match(/^#test-(\d+)$/) || [])[1])];

function redraw() {
  if (current) draw();
}

summary();
overview();
where();
byId('filter').addEventListener('input', filter);
byId('only-failed').addEventListener('change', filter);
byId('round').addEventListener('change', draw);
byId('as-table').addEventListener('toggle', () => byId('as-table').open && current && table());
byId('previous').addEventListener('click', () => { location.hash = 'test-' + (current.id - 1); });
byId('next').addEventListener('click', () => { location.hash = 'test-' + (current.id + 1); });
document.querySelectorAll('[data-zoom]').forEach((button) => button.addEventListener('click', () => zoom(timeline, button.dataset.zoom)));
byId('timeline').addEventListener('keydown', (event) => {
  if (KEYS[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    KEYS[event.key]();
  }
});
window.addEventListener('hashchange', () => show(chosenByAddress(), true));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
matchMedia('print').addEventListener('change', redraw);
let width = window.innerWidth;
window.addEventListener('resize', () => {
  if (window.innerWidth !== width) {
    width = window.innerWidth;
    redraw();
  }
});
if (tests.length) {
  show(chosenByAddress() || tests.find((test) => test.rows.some((row) => row.status === 'failed')) || tests[0], false);
} else {
  byId('detail').hidden = true;
}

/* Small things that the rest is written with. Data reaches the page as text nodes alone, never as HTML. */
const MODELS = ['SEQUENTIAL', 'PLATFORM_THREADS', 'FIXED_POOL', 'FORK_JOIN', 'VIRTUAL_THREADS', 'EVENT_LOOP', 'PROCESS_POOL'];
const SIGNS = { passed: '✓', failed: '✗', aborted: '◌' };

const byId = (id) => document.getElementById(id);
const json = (id) => JSON.parse(byId(id).textContent);

/** An element with attributes and children; a child that is text stays text. */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function fill(parent, ...children) {
  parent.replaceChildren(...children.filter((child) => child !== null && child !== undefined));
}

const UNITS = [[1e9, 's'], [1e6, 'ms'], [1e3, 'µs'], [1, 'ns']];

/** Nanoseconds in the unit that suits them, to three digits. */
function time(nanos) {
  if (nanos === null || nanos === undefined) return '?';
  if (nanos === 0) return '0';
  const [size, unit] = UNITS.find(([least]) => Math.abs(nanos) >= least * 0.9995) || UNITS[3];
  const value = nanos / size;
  const digits = Math.abs(value) >= 99.95 ? 0 : Math.abs(value) >= 9.995 ? 1 : 2;
  return (unit === 'ns' ? Math.round(value) : value.toFixed(digits)) + ' ' + unit;
}

const plural = (count, what) => count.toLocaleString('en') + ' ' + what + (count === 1 ? '' : 's');

const rank = (model) => (MODELS.includes(model) ? MODELS.indexOf(model) : MODELS.length);

/** A colour of the style sheet, so that charts and text change together. */
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

/** A chart in an element, made anew; the one before it is given up. */
function chart(id, height, option) {
  const place = byId(id);
  const before = echarts.getInstanceByDom(place);
  if (before) before.dispose();
  place.style.height = height + 'px';
  const made = echarts.init(place, null, { renderer: 'canvas' });
  made.setOption(Object.assign({
    animation: false,
    textStyle: { fontFamily: 'system-ui, sans-serif', color: colour('fg') },
  }, option));
  return made;
}

/** What ECharts shows beside the pointer: elements, because a string would be read as HTML. */
function tip(title, ...lines) {
  return element('div', { class: 'tip' }, element('b', null, title), ...lines.map((line) => element('div', null, line)));
}

const tooltip = () => ({
  trigger: 'item', confine: true, backgroundColor: colour('bg'), borderColor: colour('line'),
  textStyle: { color: colour('fg') }, transitionDuration: 0,
});

const printing = () => matchMedia('print').matches;

/** Paper has room for names, however few pixels the browser lays it out with. */
const narrow = () => window.innerWidth < 620 && !printing();

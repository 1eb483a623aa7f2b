/* Per test a bar per model: the median round, from the least to the greatest, and the ideal. */

/** Where the ideal of a model lies: reckoned from the rounds shown here, or else what its expectation was judged by. */
function idealOf(row, verdicts) {
  if (row.ideal) return row.ideal;
  const judged = verdicts.find((verdict) => verdict.ideal && verdict.expectation.startsWith(row.model + ' ') && verdict.pairs.length);
  if (!judged) return null;
  const baselines = judged.pairs.map((pair) => pair.baselineNanos).sort((a, b) => a - b);
  return baselines[Math.floor((baselines.length - 1) / 2)] / judged.ideal;
}

function whisker(params, api) {
  const [least, greatest] = [1, 2].map((dimension) => api.coord([api.value(dimension), api.value(0)]));
  const half = Math.min(6, api.size([0, 1])[1] * 0.2);
  const style = { stroke: colour('fg'), lineWidth: 1.5 };
  const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style, silent: true });
  return {
    type: 'group',
    children: [
      line(least[0], least[1], greatest[0], greatest[1]),
      line(least[0], least[1] - half, least[0], least[1] + half),
      line(greatest[0], greatest[1] - half, greatest[0], greatest[1] + half),
    ],
  };
}

function showBars(test) {
  const rows = test.rows.filter((row) => row.median !== null);
  const ideals = rows.map((row) => idealOf(row, test.verdicts));
  const height = 56 + rows.length * 34;
  legend('interval', rows.some((row) => row.rounds > 1));
  legend('ideal', ideals.some((ideal) => ideal));
  showFigures(test.rows, ideals.some((ideal) => ideal) ? test.rows.map((row) => idealOf(row, test.verdicts)) : null);
  const made = chart('bars', height, {
    tooltip: tooltip(),
    grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
    xAxis: {
      type: 'value', min: 0, axisLabel: { formatter: time, color: colour('muted'), hideOverlap: true },
      splitLine: { lineStyle: { color: colour('line') } }, splitNumber: narrow() ? 3 : 5,
    },
    yAxis: [rows.map((row) => row.model), rows.map((row) => time(row.median))].map((data, i) => ({
      type: 'category', inverse: true, data, axisTick: { show: false }, position: ['left', 'right'][i],
      axisLine: { show: i === 0, lineStyle: { color: colour('line') } },
      axisLabel: { color: colour('fg'), fontSize: narrow() ? 10 : 12, fontWeight: [400, 600][i], interval: 0 },
    })),
    series: [
      {
        name: 'median', type: 'bar', data: rows.map((row) => row.median), barWidth: '58%',
        itemStyle: { color: colour('run'), borderRadius: [0, 3, 3, 0] },
        tooltip: { formatter: (item) => barTip(rows[item.dataIndex], ideals[item.dataIndex]) },
      },
      {
        name: 'interval', type: 'custom', renderItem: whisker, encode: { x: [1, 2], y: 0 }, silent: true, z: 4,
        data: rows.map((row, i) => [i, row.least, row.greatest]).filter((item) => rows[item[0]].rounds > 1),
      },
      {
        name: 'ideal', type: 'scatter', symbol: 'rect', symbolSize: [3, 28], z: 5, itemStyle: { color: colour('ideal') },
        data: rows.map((row, i) => [ideals[i], i]).filter((item) => item[0]),
        tooltip: { formatter: (item) => tip('Ideal of ' + rows[item.value[1]].model, time(item.value[0]), 'No schedule of this work on these workers and CPUs takes less.') },
      },
    ],
  });
  byId('bars').setAttribute('aria-label', 'Bar chart of the median times; the table below it says the same. '
    + rows.map((row) => row.model + ' ' + time(row.median)).join(', ') + '.');
  return made;
}

/** Explain only what is drawn. */
function legend(sign, drawn) {
  document.querySelector('.legend .' + sign).parentElement.hidden = !drawn;
}

function barTip(row, ideal) {
  return tip(row.model,
    'median ' + time(row.median) + ' of ' + plural(row.rounds, 'round'),
    row.rounds > 1 ? 'from ' + time(row.least) + ' to ' + time(row.greatest) : 'a single round: shown, never judged',
    ideal ? 'ideal ' + time(ideal) : 'no ideal is claimed');
}

function showFigures(rows, ideals) {
  const heads = ['model', 'workers', 'rounds', 'median', 'least', 'greatest', 'CPU', 'overlap', ideals ? 'ideal' : null, 'result'];
  const head = element('thead', null, element('tr', null, ...heads.filter(Boolean).map((text) => element('th', { scope: 'col' }, text))));
  const body = element('tbody', null, ...rows.map((row, i) => {
    const cells = [row.workers === null ? '?' : row.workers, row.rounds, time(row.median), time(row.least), time(row.greatest), time(row.cpu), row.peak];
    if (ideals) cells.push(ideals[i] ? time(ideals[i]) : '–');
    return element('tr', null, element('th', { scope: 'row' }, row.model),
      ...cells.map((cell) => element('td', null, String(cell))),
      element('td', { class: row.status }, SIGNS[row.status] + ' ' + row.status));
  }));
  fill(byId('figures'), element('caption', { class: 'unseen' }, 'Times of a round under each model'), head, body);
}

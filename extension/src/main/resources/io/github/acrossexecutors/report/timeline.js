/* Workers down, time across, a bar per span; the models below each other on one scale of time. */
const STEPS = 16;

const natural = new Intl.Collator('en', { numeric: true });

/** The round to show of a model: of that number, or the median one of those that count. */
function chosen(rounds, number) {
  if (number) return rounds.find((round) => round.number === number);
  const counted = rounds.filter((round) => !round.warmup);
  const sorted = (counted.length ? counted : rounds).slice().sort((a, b) => a.wall - b.wall);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** Give each span a lane: one per worker, more where a worker has several under way at once. */
function lanes(round) {
  const order = round.start.map((_, i) => i).sort((a, b) => round.start[a] - round.start[b]);
  const free = round.workers.map(() => []);
  const place = [];
  for (const i of order) {
    const ends = free[round.worker[i]];
    let lane = ends.findIndex((end) => end <= round.start[i]);
    if (lane < 0) lane = ends.length;
    ends[lane] = round.start[i] + round.took[i];
    place[i] = lane;
  }
  const byName = round.workers.map((_, i) => i).sort((a, b) => natural.compare(round.workers[a], round.workers[b]));
  const first = [];
  const names = [];
  for (const worker of byName) {
    first[worker] = names.length;
    free[worker].forEach((_, lane) => names.push(lane === 0 ? round.workers[worker].split(' ')[0] : ''));
  }
  return { names, of: place.map((lane, i) => first[round.worker[i]] + lane) };
}

/** A model's round as the chart wants it: per span lane, start, end, the share it ran (-1 if unknown), and its index. */
function panel(row, round) {
  const laid = lanes(round);
  const items = round.start.map((start, i) => {
    const cpu = round.cpu ? round.cpu[i] : -1;
    const share = cpu < 0 ? -1 : round.took[i] > 0 ? Math.min(1, cpu / round.took[i]) : 1;
    return [laid.of[i], start, start + round.took[i], share, i];
  });
  const count = Math.max(1, laid.names.length);
  return { row, round, items, names: laid.names, height: Math.round(Math.min(count * 18, Math.max(180, Math.min(count * 6, 280)))) };
}

const mixed = (shares) => Array.from({ length: shares + 1 }, (_, i) => echarts.color.lerp(i / shares, [colour('wait'), colour('run')]));

/** Whether a bar as small as this has been drawn on the same pixels already: of thousands, most are. */
function covered(drawn, shape) {
  if (shape.width > 2 && shape.height >= 2) return false;
  const key = [shape.x, shape.y, shape.x + shape.width].map(Math.round).join();
  const was = drawn[key];
  drawn[key] = true;
  return was;
}

/** Draws a span: pale for its whole time, filled as far up as it ran; where lanes are too low for that, mixed. */
function spanShape(colours) {
  return (params, api) => {
    const share = api.value(3);
    const from = api.coord([api.value(1), api.value(0)]);
    const to = api.coord([api.value(2), api.value(0)]);
    const lane = api.size([0, 1])[1];
    const height = Math.max(1, lane > 4 ? lane - Math.min(4, lane * 0.25) : lane);
    const wide = to[0] - from[0];
    const area = { x: from[0], y: from[1] - height / 2, width: Math.max(1, wide > 4 ? wide - 1 : wide), height };
    const shape = echarts.graphic.clipRectByRect(area, params.coordSys);
    if (!shape || covered(params.context, shape)) return null;
    if (share < 0) return { type: 'rect', shape, style: { fill: colours.unknown } };
    if (height < 7) return { type: 'rect', shape, style: { fill: colours.mixed[Math.round(share * STEPS)] } };
    const ran = shape.height * share;
    return {
      type: 'group',
      children: [
        { type: 'rect', shape, style: { fill: colours.wait } },
        { type: 'rect', shape: { x: shape.x, width: shape.width, y: shape.y + shape.height - ran, height: ran }, style: { fill: colours.run } },
      ],
    };
  };
}

function spanLines(shown, item) {
  const round = shown.round;
  const i = item[4];
  const took = round.took[i];
  const cpu = round.cpu ? round.cpu[i] : -1;
  return {
    title: 'task ' + (round.task ? round.task[i] : i) + ' on ' + round.workers[round.worker[i]],
    lines: [
      shown.row.model + ', round ' + round.number + (round.warmup ? ' (warm-up)' : ''),
      'from ' + time(round.start[i]) + ' to ' + time(round.start[i] + took) + ', ' + time(took),
      cpu < 0 ? 'CPU time not known' : 'ran ' + time(cpu) + ' on a CPU, waited ' + time(Math.max(0, took - cpu)),
    ],
  };
}

function layout(shown) {
  const left = narrow() ? 10 : printing() ? 120 : 150;
  let top = 26;
  return shown.map((each) => {
    const grid = { left, right: 18, top, height: each.height };
    top += each.height + 34;
    return grid;
  });
}

function showTimeline(shown) {
  const grids = layout(shown);
  const last = grids.length - 1;
  const bottom = last < 0 ? 40 : grids[last].top + grids[last].height;
  const most = Math.max(1, ...shown.map((each) => Math.max(each.round.wall, ...each.items.map((item) => item[2]))));
  const colours = { run: colour('run'), wait: colour('wait'), unknown: colour('unknown'), mixed: mixed(STEPS) };
  const all = grids.map((_, i) => i);
  return chart('timeline', bottom + (printing() ? 30 : 68), {
    tooltip: tooltip(),
    title: shown.map((each, i) => ({
      text: each.row.model + '   {t|' + time(each.round.wall) + (each.row.status === 'passed' ? '' : ', ' + each.row.status) + '}',
      left: grids[i].left - 5, top: grids[i].top - 25,
      textStyle: { fontSize: 12.5, fontWeight: 600, color: colour('fg'), rich: { t: { fontSize: 12, color: colour('muted') } } },
    })),
    grid: grids,
    xAxis: grids.map((_, i) => ({
      type: 'value', gridIndex: i, min: 0, max: most, axisLine: { show: i === last, lineStyle: { color: colour('line') } },
      axisTick: { show: false }, splitNumber: narrow() ? 3 : 7, splitLine: { lineStyle: { color: colour('line') } },
      axisLabel: { show: i === last, formatter: time, color: colour('muted'), hideOverlap: true, showMaxLabel: false },
    })),
    yAxis: shown.map((each, i) => ({
      type: 'category', gridIndex: i, inverse: true, data: each.names, axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('line') } },
      axisLabel: { show: !narrow() && each.height / Math.max(1, each.names.length) >= 12, interval: 0, color: colour('muted'), fontSize: 10.5, width: printing() ? 106 : 132, overflow: 'truncate' },
    })),
    dataZoom: [
      { type: 'slider', show: !printing(), xAxisIndex: all, filterMode: 'weakFilter', top: bottom + 34, height: 26, left: narrow() ? 30 : 150, right: narrow() ? 30 : 18, labelFormatter: time, showDataShadow: false, borderColor: colour('line'), textStyle: { color: colour('muted'), fontSize: 10 }, brushSelect: false },
      { type: 'inside', xAxisIndex: all, filterMode: 'weakFilter', zoomOnMouseWheel: 'ctrl', moveOnMouseMove: true, moveOnMouseWheel: false },
    ],
    series: shown.map((each, i) => ({
      name: each.row.model, type: 'custom', xAxisIndex: i, yAxisIndex: i, renderItem: spanShape(colours),
      encode: { x: [1, 2], y: 0 }, data: each.items, progressive: 0,
      tooltip: { formatter: (item) => { const lines = spanLines(each, item.value); return tip(lines.title, ...lines.lines); } },
      markLine: {
        silent: true, symbol: 'none', animation: false, label: { show: false },
        lineStyle: { color: colour('end'), type: 'dashed', width: 1 }, data: [{ xAxis: each.round.wall }],
      },
    })),
  });
}

/** Narrow or widen the window of time, or move it; shares of the whole, 0 to 100. */
function zoom(made, how) {
  const { start, end } = made.getOption().dataZoom[0];
  const wide = end - start;
  const moves = { in: [wide / 4, -wide / 4], out: [-wide / 2, wide / 2], left: [-wide / 4, -wide / 4], right: [wide / 4, wide / 4], all: [-100, 100] };
  let [from, to] = [start + moves[how][0], end + moves[how][1]];
  if (how === 'left' && from < 0) [from, to] = [0, wide];
  if (how === 'right' && to > 100) [from, to] = [100 - wide, 100];
  made.dispatchAction({ type: 'dataZoom', dataZoomIndex: 0, start: Math.max(0, from), end: Math.min(100, to) });
}

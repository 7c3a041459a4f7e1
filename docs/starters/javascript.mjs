// Node 20+, Deno or a browser's console; no packages. node javascript.mjs https://the.site/
const site = process.argv[2];
const get = async (path) => (await fetch(new URL(path, site))).json();

const index = await get('api/v1/index.json');
const records = (await get(index.indexes.records.path)).filter((record) => !record.sample);
const categories = await get(index.indexes.figures.path);

// every stated total of issues, with the words that state it
const issues = [];
for (const { files } of categories.filter(({ category }) => category === 'issues'))
  for (const { path } of files) issues.push(...(await get(path)));
const totals = issues.filter(({ sample, scope }) => !sample && scope === 'total');
for (const { notice, value, unit, quote } of totals) console.error(`${notice}: ${value} ${unit} “${quote}”`);

console.log(JSON.stringify({ version: index.version, notices: records.length, issueTotals: totals.length }));

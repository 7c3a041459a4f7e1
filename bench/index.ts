/**
 * `npm run bench [-- NAME…]`: speed, memory and size, measured on this machine and compared with peers in the same run.
 * Without a name all of them run, one after the other. Claims about speed come from here, never from a timed test.
 */
const BENCHES: Readonly<Record<string, () => Promise<readonly object[]>>> = {
  parse: async () => (await import('./parse.ts')).benchParse(),
  grammars: async () => (await import('./grammars.ts')).benchGrammars(),
  repair: async () => (await import('./repair.ts')).benchRepair(),
  body: async () => (await import('./body.ts')).benchBody(),
  scrape: async () => (await import('./scrape.ts')).benchScrape(),
  exports: async () => (await import('./exports.ts')).benchExports(),
  site: async () => (await import('./site.ts')).benchSite(),
  search: async () => (await import('./search.ts')).benchSearch(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in BENCHES));
if (unknown) {
  console.error(`bench: unknown “${unknown}”: give any of ${Object.keys(BENCHES).join(', ')}, or none for all`);
  process.exit(2);
}

const rounded = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? Number(value.toPrecision(4)) : value]),
  );

for (const name of wanted.length ? wanted : Object.keys(BENCHES)) {
  console.log(`\n${name}`);
  console.table((await BENCHES[name]?.())?.map(rounded));
}

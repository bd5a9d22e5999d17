// `npm run graph`: nothing imports what stands above it, and no files or folders import each other in a
// circle. Which folders of the lower floors each may import is in biome.json.

/** From the ground up; folders of one floor do not know each other. */
const FLOORS = [
  ['server/src/core/base', 'server/src/timing'],
  [
    'server/src/core/settings',
    'server/src/core/document',
    'server/src/core/language',
    'server/src/saving',
    'server/src/encoding',
    'server/src/reading',
  ],
  ['server/src/core/analysis', 'server/src/core/compare', 'server/src/core/paste'],
  [
    'server/src/core/edits',
    'server/src/core/print',
    'server/src/core/fill-table',
    'server/src/core/template',
    'server/src/core/ledger',
  ],
  ['server/src/core/phrases'],
  ['server/src/core/lint', 'server/src/core/merge'],
  ['server/src/core/features'],
  [
    'server/src/config',
    'server/src/language-data',
    'server/src/tables',
    'server/src/word',
    'server/src/report',
  ],
  ['server/src/protocol'],
  ['server/src/lsp', 'server/src/cli'],
  ['client/src'],
];

const pathOf = (folder) => `^${folder}/`;

const upward = FLOORS.flatMap((folders, floor) =>
  folders.map((folder) => ({
    name: `above-${folder.replaceAll('/', '-')}`,
    comment: `${folder} may not import what stands on its floor or above it.`,
    severity: 'error',
    from: { path: pathOf(folder) },
    to: { path: FLOORS.slice(floor).flat().map(pathOf), pathNot: pathOf(folder) },
  })),
);

export default {
  forbidden: [
    ...upward,
    { name: 'circle-of-files', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'circle-of-folders',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    // Types count: what knows a type knows its owner.
    tsPreCompilationDeps: true,
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^(server|client)/src/',
  },
};

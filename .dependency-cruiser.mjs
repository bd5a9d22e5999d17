// `npm run graph`: nothing imports what stands above it, and no files or folders import each other in a
// circle. Which folders of the lower floors each may import is in biome.json.

/** From the ground up; folders of one floor do not know each other. */
const FLOORS = [
  ['core/base', 'timing'],
  ['core/settings', 'core/document', 'saving', 'encoding', 'reading'],
  ['core/analysis', 'core/compare', 'core/paste'],
  ['core/edits', 'core/print', 'core/fill-table', 'core/template'],
  ['core/phrases'],
  ['core/lint'],
  ['core/features'],
  ['config', 'tables', 'word', 'report'],
  ['protocol'],
  ['lsp', 'cli'],
  ['../../client/src'],
];

const pathOf = (folder) =>
  folder.startsWith('../../') ? `^${folder.slice(6)}/` : `^server/src/${folder}/`;

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

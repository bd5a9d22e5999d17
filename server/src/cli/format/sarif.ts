import type { Log, PhysicalLocation, Region, ReportingDescriptor, Result } from 'sarif';
import { localize, RULES, withSource } from '../../core/index.js';
import type { FindingReport, ReportSeverity } from '../../report/findings.js';
import type { Range } from '../../report/positions.js';
import type { Context } from '../context.js';
import { type CheckReport, titleOf } from '../report.js';

const LEVELS: Record<ReportSeverity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** SARIF 2.1.0, with the fixes, for code scanning and other viewers of results. */
export function formatSarif({ files }: CheckReport, { language, host }: Context): Log {
  const rules: ReportingDescriptor[] = [];
  const indices = new Map<string, number>();
  const indexOf = (id: string): number => {
    let index = indices.get(id);
    if (index === undefined) {
      index = rules.push(describe(id)) - 1;
      indices.set(id, index);
    }
    return index;
  };
  const describe = (id: string): ReportingDescriptor => {
    const rule = RULES.find((known) => known.id === id);
    if (rule === undefined)
      return { id, shortDescription: { text: localize(titleOf(id), language) } };
    return {
      id,
      shortDescription: { text: localize(rule.title, language) },
      fullDescription: { text: localize(rule.explain, language) },
      help: { text: localize(rule.explain, language) },
      defaultConfiguration: {
        level: LEVELS[rule.severity === 'information' ? 'info' : rule.severity],
      },
    };
  };

  const results = files.flatMap(({ file, findings }) => {
    const artifactLocation = { uri: toUri(file) };
    const locate = (finding: FindingReport): PhysicalLocation => ({
      artifactLocation,
      region: { ...region(finding), snippet: { text: finding.text } },
    });
    return findings.map((finding): Result => {
      const { rule, severity, message, source, fixes } = finding;
      return {
        ruleId: rule,
        ruleIndex: indexOf(rule),
        level: LEVELS[severity],
        message: { text: withSource(message, source, language) },
        locations: [{ physicalLocation: locate(finding) }],
        ...(finding.other !== undefined && {
          relatedLocations: [
            {
              physicalLocation: {
                artifactLocation: { uri: toUri(finding.other.file) },
                region: { startLine: finding.other.line },
              },
            },
          ],
        }),
        ...(fixes.length > 0 && {
          fixes: fixes.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [
              {
                artifactLocation,
                replacements: edits.map((edit) => ({
                  deletedRegion: region(edit),
                  insertedContent: { text: edit.newText },
                })),
              },
            ],
          })),
        }),
      };
    });
  });
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'work-summary', version: host.version, rules } },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ file, encoding }) => ({
          location: { uri: toUri(file) },
          encoding: encoding.replace('-bom', '').toUpperCase(),
        })),
        results,
      },
    ],
  };
}

function region({ line, column, endLine, endColumn }: Range): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A relative path stays relative: a viewer looks for it below the folder it shows. */
function toUri(file: string): string {
  const slashed = file.replaceAll('\\', '/');
  const uri = encodeURI(slashed).replaceAll('#', '%23').replaceAll('?', '%3F');
  return /^[a-z]:/i.test(slashed)
    ? `file:///${uri}`
    : slashed.startsWith('/')
      ? `file://${uri}`
      : uri;
}

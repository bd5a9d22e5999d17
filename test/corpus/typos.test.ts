/** What of wrong characters is found, and what is said of right ones, on texts that trained nothing and fixed no threshold. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { languageData } from '../../server/scripts/language/data.js';
import { joins, mistakes } from '../../server/scripts/language/listed.js';
import { fieldRows } from '../../server/scripts/language/texts.js';
import { Figures } from '../../server/scripts/language/typos.js';
import { LanguageModel } from '../../server/src/core/language/model.js';
import { languageModel } from '../helpers/language.js';
import { SHARED } from './texts.js';

const isGrave = ({ severity }: { severity: string }) =>
  severity === 'error' || severity === 'warning';

describe('likely slips', () => {
  const figures = new Figures();

  it('are found in most official sentences that have one, and in hardly any that have none', () => {
    const { slips, found, reports, onSlips, corrected, correctSentences, flagged } =
      figures.ofSentences(false);
    assert.ok(slips > 400 && correctSentences > 200);
    assert.ok(found / slips >= 0.55, `${found} of ${slips} found`);
    assert.ok(onSlips / reports >= 0.98, `${onSlips} of ${reports} right`);
    assert.ok(corrected / onSlips >= 0.97, `${corrected} of ${onSlips} corrected`);
    assert.ok(flagged / correctSentences <= 0.003, `${flagged} of ${correctSentences} flagged`);
  });

  it('are found oftener where the writer asks for what is doubtful too', () => {
    const { slips, found } = figures.ofSentences(true);
    assert.ok(found / slips >= 0.7, `${found} of ${slips} found`);
  });

  it('are hinted at where a character was left out, when the writer asks for what is doubtful too', () => {
    const { sentences, found } = figures.ofLeftOut(true);
    assert.ok(found / sentences >= 0.3, `${found} of ${sentences} found`);
  });

  it('are rare in edited reports and in what amateurs write', () => {
    const reports = figures.ofTexts('clean');
    const essays = figures.ofTexts('essays');
    assert.ok((10_000 * reports.typos.length) / reports.characters <= 0.12, `${reports.typos}`);
    assert.ok((10_000 * reports.all) / reports.characters <= 0.4, `${reports.all}`);
    assert.ok((10_000 * essays.typos.length) / essays.characters <= 0.4, `${essays.typos}`);
  });

  it('and other mistakes that a reader marked are found', () => {
    const { rows, missed } = figures.ofMistakes();
    assert.ok((rows - missed.length) / rows >= 0.6, `${missed.length} of ${rows} missed`);
  });
});

describe('the counts held in reserve', () => {
  it('are read by the same code, and find the same kinds of slips', () => {
    const counts = gunzipSync(readFileSync(new URL('typo/typo-counts-official.gz', SHARED)));
    const model = LanguageModel.of({ ...languageData(), counts: new Uint8Array(counts) });
    for (const [line, wanted] of [
      ['各科室要认真惯彻落实会议精神。', '贯'],
      ['不断提高服务质良。', '量'],
    ] as const) {
      assert.equal(model.corrections(line)[0]?.text, wanted, line);
    }
  });
});

describe('listed wrong words', () => {
  it('are left alone where two right words meet', () => {
    const { tried, reported } = joins(languageModel());
    assert.ok(tried >= 1000);
    assert.deepEqual(reported, []);
  });

  it('are found where they stand in a real sentence', () => {
    const { tried, reported } = mistakes(languageModel(), 400);
    assert.equal(tried, 400);
    assert.ok(reported.length / tried >= 0.95, `${reported.length} of ${tried}`);
  });

  it('are not reported in sentences that readers know to be right', () => {
    const figures = new Figures();
    const reported = fieldRows('leave-alone.tsv').flatMap(([text]) =>
      figures
        .findings(text!)
        .filter(isGrave)
        .map(({ rule }) => `${text}: ${rule}`),
    );
    assert.deepEqual(reported, []);
  });
});

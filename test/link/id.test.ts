import { describe, expect, it } from 'vitest';
import { freeId, proposeId, slug } from '../../scraper/link/id.ts';
import { Id } from '../../src/model/index.ts';
import { sampleRecord } from '../sample-record.ts';

describe('ids', () => {
  it('are readable, from the notice itself', () => {
    expect(proposeId(sampleRecord('x', { enterprise: { id: 'china-telecom', name: '中国电信' } }))).toBe(
      'china-telecom-rectification-20190722',
    );
    expect(proposeId(sampleRecord('x'))).toBe('shi-li-ji-tuan-rectification-20190722');
  });

  it('take the title where no enterprise is known, and the text’s hash where no year is', () => {
    const { inspection } = sampleRecord('');
    const undated = sampleRecord('x', {
      enterprise: null,
      title: '关于巡视工作的几点体会',
      inspection: { ...inspection, feedbackDate: '--07-22' },
    });
    expect(proposeId(undated)).toBe(
      `guan-yu-xun-shi-gong-zuo-de-ji-dian-ti-hui-rectification-${undated.text.sha256.slice(0, 8)}`,
    );
    expect(Id.safeParse(proposeId(sampleRecord('x', { enterprise: null, title: null }))).success).toBe(true);
  });

  it('are always valid, whatever the name', () => {
    for (const name of [
      '',
      '（）',
      '𠮷野家',
      'A&B “示例” 集团 №1',
      '吕梁绿色',
      'é à ü',
      '——',
      '长'.repeat(500),
      'x'.repeat(300),
      '\u0000\ud800',
    ]) {
      const id = proposeId(sampleRecord('x', { enterprise: null, title: name }));
      expect(Id.safeParse(id).success, `${name} → ${id}`).toBe(true);
    }
    expect(slug('吕梁')).toBe('lv-liang');
  });

  it('get a suffix from the text where they are taken', () => {
    const record = sampleRecord('x');
    const taken = new Set(['shi-li-ji-tuan-rectification-20190722']);
    expect(freeId(record, (id) => taken.has(id))).toBe(
      `shi-li-ji-tuan-rectification-20190722-${record.text.sha256.slice(0, 6)}`,
    );
  });
});

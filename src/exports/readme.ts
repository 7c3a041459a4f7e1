import { type About, addressOf, LICENCE } from './catalogue.ts';
import type { Table } from './table.ts';

/** What stands beside the downloads, so that they can be understood when the site is gone. */
export const readme = (about: About, tables: readonly Table[]): string => `# ${about.title.zh} · ${about.title.en}

${about.description.zh}

${about.description.en}

- 版本 Version: ${about.version} · 记录格式 record format ${about.schemaVersion} · 截至 as of ${about.asOf ?? '—'}
- 许可 Licence: 汇编的事实 compiled facts ${LICENCE.id} (${LICENCE.url}); 通报原文属于其发布者 the notices’ own words belong to their publishers.
- 引用 Cite: 先引发布者，再注明本数据集与版本。Cite the publisher first, then this dataset with its version. ${addressOf(about, '/data/')}

## 表 Tables

| 表 table | 内容 what |
| --- | --- |
${tables.map(({ name, title, description }) => `| ${name} | ${title.zh}：${description.zh} ${title.en}: ${description.en} |`).join('\n')}

每列的含义见 columns 表；记录字段的含义、实际值与原文见 codebook 表；\`datapackage.json\` 是机器可读的总目录。
The table columns says what each column means, codebook what each field of a record means, with a real value and its
sentence; \`datapackage.json\` describes everything for machines.

## 须知 Before you count

- \`sample\` 为 true 的是虚构示例，先排除。Rows with \`sample\` = true are invented: leave them out.
- 空值表示“未披露”，不是 0。Empty means not stated, never 0.
- \`scope\` 不同、单位不同的数不可相加；“人”与“人次”不可相加。Never add different scopes or units, nor 人 and 人次.
- 日期按原文精度：2019、2019-07、2019-07-22；年份不明写作 --07-22。Dates have the precision of the text; --07-22 names no year.
- CSV 中，可能被电子表格当作公式的文字（以 = + - @ 制表符 回车 开头，或在分号、换行之后）前加了一个撇号 \`'\`；JSON、Parquet、SQLite 中没有。
  In CSV an apostrophe stands before text that a spreadsheet could run as a formula (a leading = + - @ tab CR, also after a
  semicolon or line end); JSON, Parquet and SQLite hold the text as it is.
- 文件完整性 Integrity: \`sha256sum -c SHA256SUMS\`.
`;

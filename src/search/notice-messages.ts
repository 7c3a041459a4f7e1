/** What the search says on the page of a notice. */
const zh = {
  find: '在本篇中查找',
  findCount: '第 {at} / {n} 处',
  findNone: '本篇没有',
  findPrevious: '上一处',
  findNext: '下一处',
  related: '相关通报',
  relatedNote: '与本篇有共同的少见词语；各篇都有的套话不计。',
  sharedWords: '共同词语：',
};

const en: Readonly<Record<keyof typeof zh, string>> = {
  find: 'Find in this notice',
  findCount: '{at} of {n}',
  findNone: 'not in this notice',
  findPrevious: 'Previous',
  findNext: 'Next',
  related: 'Related notices',
  relatedNote: 'They share words with this one that few others have; boilerplate does not count.',
  sharedWords: 'Shared words: ',
};

export const noticeMessages: Readonly<Record<'zh' | 'en', Readonly<Record<keyof typeof zh, string>>>> = { zh, en };

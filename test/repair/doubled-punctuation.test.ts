import { doubledPunctuation } from '../../scraper/repair/doubled-punctuation.ts';
import { describeRepair } from './cases.ts';

describeRepair(doubledPunctuation, {
  repaired: [
    ['完成整改，，取得成效。。', '完成整改，取得成效。'],
    ['党建、、纪检；；审计', '党建、纪检；审计'],
    ['整改，，，，到位', '整改，到位'],
    ['整改， ，到位', '整改，到位'],
  ],
  untouched: ['……', '——', '。。。', '。。。。。。', '（试行（二））', '！！', '“‘两个维护’”', '1,306', '9:00'],
});

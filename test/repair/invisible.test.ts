import { invisible } from '../../scraper/repair/invisible.ts';
import { describeRepair } from './cases.ts';

describeRepair(invisible, {
  repaired: [
    ['\ufeff整改\u200b情\u00ad况', '整改情况'],
    ['\ue5e5\ue5e5根据统一部署', '根据统一部署'],
    ['\uf0d8 加强领导', ' 加强领导'],
    ['\u{f0000}整改\u{10fffd}', '整改'],
    ['8\u200e7人', '87人'],
    ['第一行\v第二行\f第三行', '第一行\n第二行\n第三行'],
    ['整改\u0000\u0007通报', '整改通报'],
  ],
  untouched: ['整改\t台账\n', '\u3000\u3000整改', '𠀀㐀', '①②③ ● ■ □', '\ufffd'],
});

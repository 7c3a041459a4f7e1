import { compatibilityForms } from '../../scraper/repair/compatibility-forms.ts';
import { describeRepair } from './cases.ts';

describeRepair(compatibilityForms, {
  repaired: [
    ['⼯作⽬标', '工作目标'],
    ['⻓期坚持，⻔类⻬全', '长期坚持，门类齐全'],
    ['勒\uf98f', '勒憐'],
    ['時間︰2022﹐地點﹕臺北', '時間：2022,地點:臺北'],
    ['整改｡落实､', '整改。落实、'],
  ],
  untouched: ['工作目标', '㎡ ℃ № ① Ⅳ', '½'],
});

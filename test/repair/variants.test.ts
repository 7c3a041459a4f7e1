import { variants } from '../../scraper/repair/variants.ts';
import { describeRepair } from './cases.ts';

describeRepair(variants, {
  repaired: [
    ['経済発展', '经济发展'],
    ['靑年、鄕村', '青年、乡村'],
    ['歳末', '岁末'],
    ['陜西分公司', '陕西分公司'],
  ],
  untouched: ['经济发展', '國有企業', '宏碁'],
});

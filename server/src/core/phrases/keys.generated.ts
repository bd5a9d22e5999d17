// Written by `npm run gen` with pinyin-pro. Do not edit.
/** Texts to be found by whose characters are not all read as usual; a syllable for each Han character. */
export const KEYS: Readonly<Record<string, string>> = {
  '20年，将继续围绕，着力做好以下几项工作：':
    'nian jiang ji xu wei rao zhuo li zuo hao yi xia ji xiang gong zuo',
  '“三个表率”': 'san ge biao shuai',
  '“三重一大”': 'san chong yi da',
  '从客观上看，，供给不足；从主观上看，对的认识还不':
    'cong ke guan shang kan gong ji bu zu cong zhu guan shang kan dui de ren shi hai bu',
  供给侧结构性改革: 'gong ji ce jie gou xing gai ge',
  '到调研次，形成调研报告篇，提出建议条，被采纳条。':
    'dao diao yan ci xing cheng diao yan bao gao pian ti chu jian yi tiao bei cai na tiao',
  勠力同心: 'lu li tong xin',
  '原因分析\n从客观上看，，供给不足；从主观上看，对':
    'yuan yin fen xi cong ke guan shang kan gong ji bu zu cong zhu guan shang kan dui',
  '受理信访举报件，处置问题线索件，给予批评教育人次':
    'shou li xin fang ju bao jian chu zhi wen ti xian suo jian ji yu pi ping jiao yu ren ci',
  '基本情况\n成立由任组长的整改工作小组，制定《》，':
    'ji ben qing kuang cheng li you ren zu zhang de zheng gai gong zuo xiao zu zhi ding',
  '存在的问题\n一是深入基层的时间不够多，全年到调研':
    'cun zai de wen ti yi shi shen ru ji ceng de shi jian bu gou duo quan nian dao diao yan',
  '对个支部开展分类指导，整顿薄弱支部个，命名示范支':
    'dui ge zhi bu kai zhan fen lei zhi dao zheng dun bo ruo zhi bu ge ming ming shi fan zhi',
  履职调研: 'lv zhi diao yan',
  '建立，每调度一次，共召开调度会次，协调解决难点问':
    'jian li mei diao du yi ci gong zhao kai diao du hui ci xie tiao jie jue nan dian wen',
  '成立由任组长的整改工作小组，制定《》，列出问题项':
    'cheng li you ren zu zhang de zheng gai gong zuo xiao zu zhi ding lie chu wen ti xiang',
  '深入基层的时间不够多，全年到调研次，对一线情况掌':
    'shen ru ji ceng de shi jian bu gou duo quan nian dao diao yan ci dui yi xian qing kuang zhang',
  '自重、自省、自警、自励': 'zi zhong zi xing zi jing zi li',
  调度: 'diao du',
  调研: 'diao yan',
  调研不够: 'diao yan bu gou',
  走访调研情况: 'zou fang diao yan qing kuang',
  '起草篇，整理会议记录份，校对材料份。':
    'qi cao pian zheng li hui yi ji lu fen jiao dui cai liao fen',
  '针对问题成因，修订等制度项，堵塞管理漏洞处。':
    'zhen dui wen ti cheng yin xiu ding deng zhi du xiang du se guan li lou dong chu',
};

/** Words around names, all in lower case, without accents and dots. Data only. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Before a name: taken off wherever they stand alone. */
export const TITLES = set(`
  dr prof professor mr mrs ms miss mx sir dame lord lady rev reverend fr hon eng engr ing dipl diplom dott dottssa herr frau mme mlle
  monsieur madame sr sra srta senor senora don dona ir drs dhr mevr mag univ assoc assist associate asst lic capt captain col maj sgt lt
  shri smt sri kum datuk dato hj pak ibu ustadz sheikh shaikh cik puan encik
`);

/** After a name: degrees and certificates that nobody is called. */
export const POSTNOMINALS = set(`
  phd dphil edd dsc scd dba mba emba msc bsc msci bsci meng beng mphil mtech btech barch march llb llm jd esq cpa cfa cma cia cisa cism crisc cgeit
  cissp ccsp sscp csslp ceh oscp pmp pgmp pfmp capm csm cspo psm pspo prince2 itil ccna ccnp ccie mcp mcse mcsa mcsd mct mvp rhce rhcsa cka ckad cks
  aws gcp shrm phr sphr rn bsn msn dnp rpt facs frcs frcp mrcp dds dmd dvm mph mpa mpp med bed mfa bfa bba bcom mcom fca aca acca cima cem leed
  cfp clu chfc cams cbap pba safe togaf ieee acm cisco
`);

const PRONOUN = 'he|him|his|she|her|hers|they|them|theirs|ze|zir';

/** Pronouns and a degree that are names as well (He, Her, Pe): decoration only after a comma or in brackets. */
export const TRAILING: ReadonlySet<string> = new Set(['pe', ...PRONOUN.split('|')]);

/** "she/her": with a slash between, they are no name wherever they stand. */
export const PRONOUNS = new RegExp(`(?<=\\s)(?:${PRONOUN})(?:/(?:${PRONOUN}))+(?![\\p{L}\\p{M}])`, 'giu');

/** Both degrees and names (Yo-Yo Ma, Trang Do): they count as a name unless they stand after a comma. */
export const DOUBTFUL = set('ma ba md do bs ms be me ra pa ca sa an la ed');

export const GENERATIONS = set('jr sr junior senior ii iii iv');

/** Small words of surnames: one form of the name has them, another has not. */
export const PARTICLES = set(`
  de da do dos das del della di du des van von der den ter ten te zu zum zur la le las los el al ul bin ibn bint binti ben bar y e af av a l o st san
  santa abu s/o d/o
`);

/** Suffixes and titles written in Han characters, kana or Hangul, longest first. */
export const EASTERN_TITLES = [
  '副教授',
  '助理教授',
  '教授',
  '博士',
  '碩士',
  '硕士',
  '先生',
  '女士',
  '小姐',
  '老師',
  '老师',
  '工程師',
  '工程师',
  '醫師',
  '医师',
  '律師',
  '律师',
  '會計師',
  '会计师',
  '經理',
  '经理',
  '同學',
  '同学',
  '君',
  '様',
  '殿',
  '氏',
  'さん',
  'さま',
  'ちゃん',
  'くん',
  '선생님',
  '교수',
  '박사',
  '님',
  '씨',
];

/** Arabic titles, in the folded spelling of name-scripts.ts. */
export const ARABIC_TITLES = set(
  'د م ا دكتور الدكتور دكتوره الدكتوره مهندس المهندس مهندسه المهندسه استاذ الاستاذ استاذه الاستاذه السيد السيده ا.د الشيخ',
);

/** First names and what their bearers are called. One line, one family. */
const FAMILIES = `
  robert rob bob bobby bert
  william will bill billy willy liam
  richard rick rich dick ricky
  james jim jimmy jamie
  john jack johnny jon jonny
  jonathan jon jonny
  michael mike mick mickey
  margaret maggie meg peggy marge greta
  elizabeth liz beth betty lizzie eliza elisabeth lisa ella
  katherine catherine kathryn kate katie kathy cathy kat katharina
  thomas tom tommy
  charles charlie chuck
  joseph joe joey josef
  edward ed eddie ted ned
  theodore ted theo
  anthony tony antonio
  daniel dan danny
  david dave davey
  matthew matt mathew
  andrew andy drew andreas
  christopher chris topher
  christina chris tina christine
  nicholas nick nico nicolas
  benjamin ben benny
  samuel sam sammy
  samantha sam
  alexander alex sasha sandy xander alejandro aleksandr
  alexandra alex sandra sasha
  gregory greg
  stephen steve steven stefan
  jeffrey jeff geoffrey geoff
  timothy tim
  patricia pat patty tricia
  patrick pat paddy
  jennifer jen jenny
  jessica jess jessie
  rebecca becky becca
  susan sue susie suzanne
  deborah deb debbie
  victoria vicky tori
  abigail abby
  francis frank frankie francisco
  frederick fred freddy friedrich
  lawrence larry laurence
  leonard leo len lenny
  peter pete
  philip phil phillip
  raymond ray
  ronald ron
  donald don
  kenneth ken kenny
  gerald gerry jerry
  vincent vince
  walter walt wally
  eugene gene
  henry hank harry henri
  harold harry hal
  isabella bella isabel izzy
  natalia natasha natalie
  ivan vanya
  maria masha
  mohammed muhammad mohamed mohammad mohamad muhammed muhamad mohd md
  ahmed ahmad
  hussein hussain husain
  yousef youssef yusuf joseph
  ibrahim abraham
`;

/** A surname as different systems write it. Such a pair is no agreement, only a reason not to be sure of a difference. */
const ROMANISATIONS = `
  chen chan tan tran chern
  zhang chang cheung teo teoh truong jang
  wang wong ong heng vuong
  huang wong hwang ng ooi huynh
  li lee lei ly rhee yi lie
  lin lam lim
  liu lau lou low liew
  wu ng goh ngo
  zhou chou chow chew
  xu hsu hui koh khaw
  cai tsai choi chua choy
  zeng ceng tseng tsang chan
  zhao chao chiu teo
  yang yeung young yong
  guo kuo kwok kok quek
  zheng cheng tay teh jung
  qiu chiu yau khoo
  ye yeh yip yap ip
  jiang chiang keung kong
  xiao hsiao siu siew
  xie hsieh tse chia
  zhu chu choo
  gao kao ko
  he ho hoh
  luo lo law loh
  sun suen soon
  hu wu oh
  deng teng tang
  pan poon phua
  dong tung
  lu lyu loo
  shi shih sze
  song sung soong
  kim gim
  park bak pak
  choi choe
  jung chung jeong
  kang gang
  nguyen nguyên
`;

/** Word → the numbers of its families. */
function index(families: string): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  families
    .trim()
    .split('\n')
    .forEach((line, number) => {
      for (const word of line.trim().split(/\s+/)) found.set(word, (found.get(word) ?? new Set()).add(number));
    });
  return found;
}

const CALLED = index(FAMILIES);
const SPELT = index(ROMANISATIONS);

function related(families: ReadonlyMap<string, ReadonlySet<number>>, a: string, b: string): boolean {
  const left = families.get(a);
  const right = families.get(b);
  return left !== undefined && right !== undefined && [...left].some((number) => right.has(number));
}

/** Is one a familiar form or another spelling of the other? */
export function isNickname(a: string, b: string): boolean {
  return related(CALLED, a, b);
}

/** May both be the same surname, written by different systems? */
export function isRomanisation(a: string, b: string): boolean {
  return related(SPELT, a, b);
}

/** Simplified characters that are frequent in names, each followed by its traditional form. */
const SIMPLIFIED =
  '陈陳张張刘劉杨楊黄黃赵趙吴吳孙孫马馬罗羅郑鄭谢謝韩韓冯馮邓鄧许許叶葉苏蘇卢盧萧蕭肖蕭蒋蔣贾賈钟鍾陆陸谭譚邹鄒龙龍贺賀顾顧龚龔严嚴钱錢汤湯齐齊兰蘭关關涂涂' +
  '万萬庄莊聂聶吕呂颜顏鲁魯闫閻韦韋项項欧歐单單阎閻毕畢骆駱温溫华華国國伟偉强強军軍杰傑刚剛红紅丽麗静靜艳艷娟娟兰蘭凤鳳云雲梦夢晓曉宁寧东東' +
  '鹏鵬飞飛辉輝荣榮庆慶义義贵貴寿壽礼禮贤賢学學应應尔爾怀懷宝寶实實岚嵐岁歲币幣师師庄莊库庫弯彎径徑忆憶恒恆恺愷惠惠扬揚挥揮撑撐敌敵旷曠显顯晖暉术術权權' +
  '来來枫楓极極栋棟树樹桦樺桥橋森森欢歡泽澤泾涇洁潔浅淺润潤涛濤涟漣渊淵湾灣滨濱灵靈炜煒焕煥爱愛玛瑪环環现現琏璉琼瓊瑶瑤盖蓋确確祯禎禄祿稳穩穷窮竞競笔筆' +
  '纯純纲綱纪紀纬緯绍紹经經绣繡绪緒维維绮綺缘緣联聯聪聰胜勝致致舒舒舰艦芸蕓苍蒼苹蘋范範茵茵荟薈莲蓮莹瑩菁菁萨薩蓝藍虎虎诗詩诚誠语語诺諾谊誼谦謙贝貝赞贊' +
  '轩軒轶軼达達迈邁远遠连連迟遲选選逸逸郁鬱释釋钧鈞钦欽铁鐵铃鈴铭銘银銀锋鋒锐銳锦錦键鍵镇鎮长長门門闻聞阳陽阴陰际際陕陝隐隱雾霧霁霽韵韻顺順颂頌预預颖穎' +
  '风風馨馨骏駿骥驥鸣鳴鸿鴻鹤鶴麟麟龄齡乐樂书書仪儀优優会會伦倫佳佳俪儷儿兒党黨兴興养養内內写寫冰冰净淨凯凱刘劉则則创創务務劲勁励勵势勢协協卫衛历歷双雙发發' +
  '台臺叶葉号號员員响響启啟园園圣聖坚堅坤坤备備复復头頭奋奮妇婦娇嬌娴嫻婵嬋孟孟宪憲宽寬将將尧堯层層岭嶺峰峰巩鞏帅帥广廣建建归歸录錄彦彥志志忠忠怡怡惟惟慧慧';

const TO_TRADITIONAL: ReadonlyMap<string, string> = (() => {
  const chars = [...SIMPLIFIED];
  return new Map(chars.flatMap((char, at) => (at % 2 === 0 ? [[char, chars[at + 1] ?? char] as const] : [])));
})();

/** Japanese forms and Taiwanese variants of characters in names. */
const VARIANTS: Readonly<Record<string, string>> = {
  台: '臺',
  峯: '峰',
  恆: '恒',
  黃: '黃',
  高: '高',
  髙: '高',
  﨑: '崎',
  嵜: '崎',
  邊: '辺',
  邉: '辺',
  澤: '沢',
  齋: '斎',
  齊: '斉',
  斋: '斎',
  廣: '広',
  國: '国',
  櫻: '桜',
  濱: '浜',
  眞: '真',
  惠: '恵',
};

/** One spelling for a character in its simplified, traditional and Japanese forms. */
export function foldHan(char: string): string {
  const traditional = TO_TRADITIONAL.get(char) ?? char;
  return VARIANTS[traditional] ?? traditional;
}

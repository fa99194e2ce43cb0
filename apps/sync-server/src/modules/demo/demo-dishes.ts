/** The demo bistro's menu as a table: number, names, pinyin initials, price in fen, category, station, option groups. */
export type DemoCategory = 'cold' | 'hot' | 'soup' | 'staple' | 'dimSum' | 'drinks' | 'dessert'
export type DemoStation = 'wok' | 'cold' | 'steam' | 'bar'
export type DemoOptionGroup = 'spice' | 'size' | 'ice' | 'sugar' | 'extras'

export interface DemoDish {
  readonly number: string
  readonly zh: string
  readonly en: string
  readonly initials: string
  readonly price: number
  readonly category: DemoCategory
  readonly station: DemoStation
  readonly options: readonly DemoOptionGroup[]
}

const ROWS: readonly (readonly [
  string,
  string,
  string,
  string,
  number,
  DemoCategory,
  DemoStation,
  ...DemoOptionGroup[],
])[] = [
  ['101', '拍黄瓜', 'Smashed cucumber', 'phg', 18_00, 'cold', 'cold'],
  ['102', '花椒凉面', 'Sichuan-pepper cold noodles', 'hjlm', 22_00, 'cold', 'cold', 'spice'],
  ['103', '口水鸡', 'Mouth-watering chicken', 'ksj', 38_00, 'cold', 'cold', 'spice'],
  ['104', '桂花糯米藕', 'Osmanthus lotus root', 'ghnmo', 26_00, 'cold', 'cold'],
  ['105', '皮蛋豆腐', 'Century egg tofu', 'pddf', 20_00, 'cold', 'cold'],
  ['201', '花椒豆腐', 'Sichuan-pepper tofu', 'hjdf', 32_00, 'hot', 'wok', 'spice'],
  ['202', '柚子排骨', 'Pomelo-glazed ribs', 'yzpg', 78_00, 'hot', 'wok'],
  ['203', '葱油鲈鱼', 'Scallion-oil sea bass', 'cyly', 98_00, 'hot', 'steam'],
  ['204', '荷叶蒸鸡', 'Lotus-leaf chicken', 'hyzj', 88_00, 'hot', 'steam'],
  ['205', '黑椒牛柳', 'Black-pepper beef', 'hjnl', 76_00, 'hot', 'wok', 'spice'],
  ['206', '干煸四季豆', 'Dry-fried green beans', 'gbsjd', 36_00, 'hot', 'wok', 'spice'],
  ['207', '茶香虾', 'Tea-smoked prawns', 'cxx', 92_00, 'hot', 'wok'],
  ['208', '宫保鸡丁', 'Kung pao chicken', 'gbjd', 48_00, 'hot', 'wok', 'spice'],
  ['209', '蟹黄豆腐煲', 'Crab-roe tofu pot', 'xhdfb', 66_00, 'hot', 'wok'],
  ['210', '蒜蓉西兰花', 'Garlic broccoli', 'srxlh', 34_00, 'hot', 'wok'],
  ['301', '番茄牛腩汤', 'Tomato and beef brisket soup', 'fqnnt', 58_00, 'soup', 'steam', 'size'],
  ['302', '酸辣汤', 'Hot and sour soup', 'slt', 28_00, 'soup', 'wok', 'size'],
  ['303', '菌菇鸡汤', 'Chicken soup with mushrooms', 'jgjt', 62_00, 'soup', 'steam', 'size'],
  ['401', '青禾炒饭', 'House fried rice', 'qhcf', 28_00, 'staple', 'wok', 'extras'],
  ['402', '葱油拌面', 'Scallion-oil noodles', 'cybm', 22_00, 'staple', 'wok', 'extras'],
  ['403', '牛肉刀削面', 'Knife-cut noodles with beef', 'nrdxm', 36_00, 'staple', 'wok', 'spice', 'extras'],
  ['404', '米饭', 'Steamed rice', 'mf', 3_00, 'staple', 'steam'],
  ['501', '虾饺', 'Prawn dumplings', 'xj', 32_00, 'dimSum', 'steam'],
  ['502', '叉烧包', 'Barbecue pork buns', 'csb', 24_00, 'dimSum', 'steam'],
  ['503', '小笼包', 'Soup dumplings', 'xlb', 28_00, 'dimSum', 'steam'],
  ['601', '小麦精酿', 'Wheat beer', 'xmjn', 28_00, 'drinks', 'bar'],
  ['602', '茉莉花茶', 'Jasmine tea', 'mlhc', 18_00, 'drinks', 'bar', 'sugar'],
  ['603', '鲜柠檬茶', 'Fresh lemon tea', 'xnmc', 16_00, 'drinks', 'bar', 'ice', 'sugar'],
  ['604', '酸梅汤', 'Sour plum drink', 'smt', 14_00, 'drinks', 'bar', 'ice'],
  ['605', '矿泉水', 'Mineral water', 'kqs', 8_00, 'drinks', 'bar'],
  ['701', '杨枝甘露', 'Mango sago', 'yzgl', 26_00, 'dessert', 'bar'],
  ['702', '红豆沙汤圆', 'Rice balls in red bean soup', 'hdsty', 22_00, 'dessert', 'steam'],
]

export const DEMO_DISHES: readonly DemoDish[] = ROWS.map(
  ([number, zh, en, initials, price, category, station, ...options]) => ({
    number,
    zh,
    en,
    initials,
    price,
    category,
    station,
    options,
  }),
)

export const DEMO_CATEGORIES: readonly { key: DemoCategory; zh: string; en: string }[] = [
  { key: 'cold', zh: '凉菜', en: 'Cold dishes' },
  { key: 'hot', zh: '热菜', en: 'Hot dishes' },
  { key: 'soup', zh: '汤羹', en: 'Soups' },
  { key: 'staple', zh: '面饭', en: 'Rice and noodles' },
  { key: 'dimSum', zh: '点心', en: 'Dim sum' },
  { key: 'drinks', zh: '酒水', en: 'Drinks' },
  { key: 'dessert', zh: '甜品', en: 'Desserts' },
]

export const DEMO_STATIONS: readonly { key: DemoStation; zh: string; en: string }[] = [
  { key: 'wok', zh: '炒锅', en: 'Wok' },
  { key: 'cold', zh: '凉菜间', en: 'Cold' },
  { key: 'steam', zh: '蒸档', en: 'Steam' },
  { key: 'bar', zh: '吧台', en: 'Bar' },
]

interface DemoGroup {
  readonly key: DemoOptionGroup
  readonly zh: string
  readonly en: string
  readonly min: number
  readonly max: number
  readonly options: readonly { zh: string; en: string; price: number }[]
}

export const DEMO_OPTION_GROUPS: readonly DemoGroup[] = [
  {
    key: 'spice',
    zh: '辣度',
    en: 'Spice',
    min: 1,
    max: 1,
    options: [
      { zh: '不辣', en: 'Not spicy', price: 0 },
      { zh: '微辣', en: 'Mild', price: 0 },
      { zh: '中辣', en: 'Medium', price: 0 },
      { zh: '特辣', en: 'Very hot', price: 0 },
    ],
  },
  {
    key: 'size',
    zh: '份量',
    en: 'Size',
    min: 1,
    max: 1,
    options: [
      { zh: '小份', en: 'Small', price: 0 },
      { zh: '大份', en: 'Large', price: 18_00 },
    ],
  },
  {
    key: 'ice',
    zh: '冰量',
    en: 'Ice',
    min: 1,
    max: 1,
    options: [
      { zh: '正常冰', en: 'Normal ice', price: 0 },
      { zh: '少冰', en: 'Less ice', price: 0 },
      { zh: '热饮', en: 'Hot', price: 0 },
    ],
  },
  {
    key: 'sugar',
    zh: '甜度',
    en: 'Sugar',
    min: 0,
    max: 1,
    options: [
      { zh: '半糖', en: 'Half sugar', price: 0 },
      { zh: '无糖', en: 'No sugar', price: 0 },
    ],
  },
  {
    key: 'extras',
    zh: '加料',
    en: 'Extras',
    min: 0,
    max: 3,
    options: [
      { zh: '煎蛋', en: 'Fried egg', price: 4_00 },
      { zh: '青菜', en: 'Greens', price: 5_00 },
      { zh: '牛肉', en: 'Beef', price: 12_00 },
    ],
  },
]

import { text } from '#kernel/contract/text.ts'
import type { KeyWords } from './key-words.ts'

/** Words of vehicles, meetings, and the services around them. */
export const serviceKeys = {
  vehicleClass: {
    title: text('车辆类别', 'Class of vehicle'),
    values: {
      CONFIDENTIAL_COMM: text('机要通信用车', 'Confidential communication'),
      EMERGENCY_SUPPORT: text('应急保障用车', 'Emergency support'),
      OTHER: text('其他按规定配备的用车', 'Other vehicles provided for'),
      LAW_ENFORCEMENT: text('执法执勤用车', 'Law enforcement'),
      SPECIAL_TECHNICAL: text('特种专业技术用车', 'Special technical'),
    },
  },
  special: {
    title: text('特殊情况', 'Special case'),
    values: { yes: text('确因工作需要', 'Needed for the work'), no: text('一般情况', 'Usual case') },
  },
  bodyType: {
    title: text('车型', 'Body'),
    values: {
      CAR: text('轿车', 'Car'),
      OTHER_SMALL: text('其他小型客车', 'Other small bus'),
      MEDIUM_BUS: text('中型客车', 'Medium bus'),
      LARGE_BUS: text('大型客车', 'Large bus'),
    },
  },
  energy: {
    title: text('动力', 'Drive'),
    values: { NEV: text('新能源', 'New energy'), FUEL: text('燃油', 'Fuel') },
  },
  category: {
    title: text('检验类别', 'Inspection category'),
    values: {
      COMMERCIAL_PASSENGER: text('营运载客', 'Commercial passenger'),
      LARGE_NON_COMMERCIAL: text('大中型非营运', 'Large or medium, private'),
      SMALL_NON_COMMERCIAL: text('小微型非营运', 'Small, private'),
    },
  },
  ageBand: {
    title: text('车龄', 'Age'),
    values: {
      UP_TO_5Y: text('5 年以内', 'up to 5 years'),
      OVER_5Y: text('超过 5 年', 'over 5 years'),
      UP_TO_6Y: text('6 年以内', 'up to 6 years'),
      FROM_6Y_TO_15Y: text('超过 6 年至 15 年', 'over 6 to 15 years'),
      UP_TO_10Y: text('10 年以内', 'up to 10 years'),
      OVER_10Y: text('超过 10 年', 'over 10 years'),
      OVER_15Y: text('超过 15 年', 'over 15 years'),
    },
  },
  occasion: {
    title: text('第几次', 'Occasion'),
    values: {
      FIRST: text('第一次', 'first'),
      SECOND: text('第二次', 'second'),
    },
  },
  meal: {
    title: text('餐次', 'Meal'),
    values: {
      BREAKFAST: text('早餐', 'Breakfast'),
      LUNCH: text('午餐', 'Lunch'),
      SUPPER: text('晚餐', 'Supper'),
    },
  },
  meetingClass: {
    title: text('会议类别', 'Class of meeting'),
    values: {
      CLASS_1: text('一类会议', 'Class 1'),
      CLASS_2: text('二类会议', 'Class 2'),
      CLASS_3: text('三类会议', 'Class 3'),
      CLASS_4: text('四类会议', 'Class 4'),
    },
  },
  item: {
    title: text('费用项目', 'Item'),
    values: {
      LODGING: text('住宿费', 'Lodging'),
      MEALS: text('伙食费', 'Meals'),
      OTHER_COSTS: text('其他费用', 'Other costs'),
      TOTAL: text('合计', 'Total'),
    },
  },
  kind: { title: text('会议内容', 'Content'), values: { BRIEFING: text('传达、布置类', 'Briefing') } },
  treatment: {
    title: text('加工', 'Treatment'),
    values: { COOKING: text('烧熟', 'Cooking'), REHEATING: text('再加热', 'Reheating') },
  },
  disinfection: {
    title: text('消毒方式', 'Disinfection'),
    values: {
      STEAM: text('煮沸、蒸汽', 'Boiling or steam'),
      INFRARED: text('红外线', 'Infrared'),
      WASHER: text('洗碗机', 'Washer'),
      CHLORINE: text('含氯消毒', 'Chlorine'),
    },
  },
  food: {
    title: text('食品', 'Food'),
    values: {
      DRINKS: text('饮品', 'Drinks'),
      WITH_SHELF_LIFE: text('有保质期的（期满后）', 'With a shelf life, after its end'),
      WITHOUT_SHELF_LIFE: text('没有保质期的', 'Without a shelf life'),
      PRODUCE: text('食用农产品', 'Produce'),
    },
  },
  canteen: {
    title: text('食堂类别', 'Kind of canteen'),
    values: { UNIT: text('单位食堂', 'Unit canteen'), SCHOOL: text('学校食堂', 'School canteen') },
  },
} as const satisfies Record<string, KeyWords>

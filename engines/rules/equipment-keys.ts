import { text } from '#kernel/contract/text.ts'
import type { KeyWords } from './key-words.ts'

/** Words of equipment, furniture and assets. */
export const equipmentKeys = {
  article: {
    title: text('品名', 'Article'),
    values: {
      DESKTOP: text('台式计算机', 'Desktop computer'),
      LAPTOP: text('便携式计算机', 'Laptop'),
      PRINTER_ALL: text('打印机', 'Printers'),
      PRINTER_A4_MONO: text('A4 黑白打印机', 'A4 printer, black'),
      PRINTER_A4_COLOUR: text('A4 彩色打印机', 'A4 printer, colour'),
      PRINTER_A3: text('A3 打印机', 'A3 printer'),
      PRINTER_A3_MONO: text('A3 黑白打印机', 'A3 printer, black'),
      PRINTER_A3_COLOUR: text('A3 彩色打印机', 'A3 printer, colour'),
      COPIER: text('复印机', 'Copier'),
      FAX: text('一体机、传真机', 'Multifunction or fax machine'),
      SCANNER: text('扫描仪', 'Scanner'),
      SHREDDER: text('碎纸机', 'Shredder'),
      PROJECTOR: text('投影仪', 'Projector'),
      DESK: text('办公桌', 'Desk'),
      CHAIR: text('办公椅', 'Office chair'),
      SOFA_THREE: text('三人沙发', 'Sofa for three'),
      SOFA_ONE: text('单人沙发', 'Armchair'),
      TEA_TABLE: text('茶几', 'Tea table'),
      TEA_TABLE_LARGE: text('大茶几', 'Large tea table'),
      TEA_TABLE_SMALL: text('小茶几', 'Small tea table'),
      VISITOR_CHAIR: text('桌前椅', 'Visitor’s chair'),
      BOOKCASE: text('书柜', 'Bookcase'),
      FILE_CABINET: text('文件柜', 'File cabinet'),
      WARDROBE: text('更衣柜', 'Wardrobe'),
      SECRECY_CABINET: text('保密柜', 'Secrecy cabinet'),
      TEA_CABINET: text('茶水柜', 'Tea cabinet'),
      MEETING_TABLE: text('会议桌', 'Meeting table'),
      MEETING_CHAIR: text('会议椅', 'Meeting chair'),
    },
  },
  userRank: {
    title: text('使用人职级', 'Rank of the user'),
    values: {
      BUREAU: text('司局级', 'Bureau head'),
      DIVISION_AND_BELOW: text('处级及以下', 'Division head and below'),
    },
  },
  secrecy: {
    title: text('涉密', 'Secret work'),
    values: { yes: text('涉密单位', 'With secret work'), no: text('非涉密单位', 'Without secret work') },
  },
  roomArea: {
    title: text('会议室面积', 'Area of the room'),
    values: {
      UP_TO_50: text('50 平方米以下', 'up to 50 m²'),
      FROM_50_TO_100: text('50—100 平方米', '50 to 100 m²'),
      ABOVE_100: text('100 平方米以上', 'above 100 m²'),
    },
  },
  assetKind: {
    title: text('资产类别', 'Kind of asset'),
    values: {
      STEEL_CONCRETE: text('钢结构、钢筋混凝土房屋', 'Steel or concrete building'),
      BRICK: text('砖混、砖木房屋', 'Brick building'),
      SIMPLE_BUILDING: text('简易房、附属设施、构筑物', 'Simple buildings and structures'),
      COMPUTER: text('计算机', 'Computers'),
      OFFICE_MACHINE: text('办公设备', 'Office machines'),
      VEHICLE: text('车辆', 'Vehicles'),
      LIBRARY_EQUIPMENT: text('图书档案设备', 'Library equipment'),
      MACHINERY: text('机械设备', 'Machinery'),
      ELECTRICAL: text('电气设备', 'Electrical equipment'),
      TELECOM: text('通信设备', 'Telecom equipment'),
      FURNITURE: text('家具', 'Furniture'),
    },
  },
} as const satisfies Record<string, KeyWords>

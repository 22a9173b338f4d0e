import { type Text, text } from '#kernel/contract/text.ts'
import type { FitnessReason } from '../register/fitness.ts'
import type { Fatigue } from './fatigue-limits.ts'

/** BLOCK: cannot be. WARN: only with words. PLUS and MINUS: what speaks for and against it. */
export type FindingLevel = 'BLOCK' | 'WARN' | 'MINUS' | 'PLUS'

/** One thing a vehicle and driver for a request are judged by, as a short sentence. */
export interface Finding {
  code: string
  level: FindingLevel
  words: Text
  path?: 'vehicleId' | 'driverId' | 'from'
}

const hours = (minutes: number) => Math.round((minutes / 60) * 10) / 10

/** A sentence with where it is written; what the rules engine names stands in brackets of its own. */
const cited = (words: Text, { zh, en }: Text) =>
  zh.startsWith('〔')
    ? text(words.zh + zh, `${words.en} ${en}`)
    : text(`${words.zh}（${zh}）`, `${words.en} (${en})`)

/** The sentences, each in one place. */
export const say = {
  unfit: (path: 'vehicleId' | 'driverId', reason: FitnessReason): Finding => ({
    code: reason.code,
    level: reason.severity,
    path,
    words: reason.source ? cited(reason.words, reason.source) : reason.words,
  }),
  tooFewSeats: (plate: string, seats: number, people: number): Finding => ({
    code: 'too_few_seats',
    level: 'BLOCK',
    path: 'vehicleId',
    words: text(
      `${plate} 除驾驶员外只能坐 ${seats} 人，要坐 ${people} 人`,
      `${plate} takes ${seats} besides the driver, ${people} want to go`,
    ),
  }),
  wrongClass: (plate: string, kind: Text): Finding => ({
    code: 'wrong_class',
    level: 'BLOCK',
    path: 'vehicleId',
    words: text(
      `${plate} 是${kind.zh}，不得用于这类公务`,
      `${plate} is for: ${kind.en}; it may not be used for this`,
    ),
  }),
  otherClass: (plate: string, kind: Text): Finding => ({
    code: 'other_class',
    level: 'WARN',
    path: 'vehicleId',
    words: text(
      `${plate} 是${kind.zh}，与申请的用途不同`,
      `${plate} is for: ${kind.en}; other than asked for`,
    ),
  }),
  classAsAsked: (kind: Text): Finding => ({
    code: 'class_as_asked',
    level: 'PLUS',
    words: text(`车型用途正合要求：${kind.zh}`, `The class asked for: ${kind.en}`),
  }),
  fatigue: (
    name: string,
    minutes: number,
    { drivingMinutes, restMinutes, source, level }: Fatigue,
  ): Finding => ({
    code: 'fatigue',
    level,
    path: 'driverId',
    words: cited(
      text(
        `${name}将连续驾驶 ${hours(minutes)} 小时，超过 ${hours(drivingMinutes)} 小时而中间休息不足 ${restMinutes} 分钟`,
        `${name} would drive ${hours(minutes)} h, more than ${hours(drivingMinutes)} h without a rest of ${restMinutes} min`,
      ),
      source,
    ),
  }),
  tight: (who: string, number: string, left: number, needed: number): Finding => ({
    code: 'tight',
    level: 'WARN',
    path: 'from',
    words: text(
      `${who}与 ${number} 之间只隔 ${left} 分钟，路上要 ${needed} 分钟`,
      `${who}: ${left} min from ${number}, the way takes ${needed} min`,
    ),
  }),
  longDay: (name: string, minutes: number): Finding => ({
    code: 'long_day',
    level: 'WARN',
    path: 'driverId',
    words: text(
      `${name}当天出车共 ${hours(minutes)} 小时，已超时`,
      `${name} would be out ${hours(minutes)} h that day`,
    ),
  }),
  seatsFit: (people: number, seats: number): Finding => ({
    code: 'seats_fit',
    level: 'PLUS',
    words: text(`坐 ${people} 人，座位 ${seats} 个，正好`, `${people} people, ${seats} seats`),
  }),
  seatsLeft: (left: number): Finding => ({
    code: 'seats_left',
    level: 'MINUS',
    words: text(`空 ${left} 个座位`, `${left} seats stay empty`),
  }),
  near: (place: string): Finding => ({
    code: 'near',
    level: 'PLUS',
    words: text(`车就在${place}`, `The vehicle is there already: ${place}`),
  }),
  far: (place: string, km: number, minutes: number): Finding => ({
    code: 'far',
    level: 'MINUS',
    words: text(
      `要从${place}空驶 ${km} 公里、${minutes} 分钟`,
      `Drives ${km} km (${minutes} min) empty from ${place}`,
    ),
  }),
  turn: (name: string, minutes: number, km: number): Finding => ({
    code: 'turn',
    level: 'PLUS',
    words: text(
      `该${name}了：近 30 天出车 ${hours(minutes)} 小时、${km} 公里，少于平均`,
      `${name}'s turn: ${hours(minutes)} h and ${km} km in 30 days, less than the mean`,
    ),
  }),
  notTurn: (name: string, minutes: number, km: number): Finding => ({
    code: 'not_turn',
    level: 'MINUS',
    words: text(
      `${name}近 30 天已出车 ${hours(minutes)} 小时、${km} 公里，多于平均`,
      `${name} has ${hours(minutes)} h and ${km} km in 30 days, more than the mean`,
    ),
  }),
  rested: (name: string): Finding => ({
    code: 'rested',
    level: 'PLUS',
    words: text(`${name}前后都有足够的休息`, `${name} has time to rest before and after`),
  }),
  pools: (number: string): Finding => ({
    code: 'pools',
    level: 'PLUS',
    words: text(`与 ${number} 同路，可拼车`, `Goes the way of ${number}, can ride along`),
  }),
}

// ISO 4217 codes of money that is in use, by the number of decimals of the minor unit ("minor unit" in ISO's list one).
// Intl.NumberFormat is not used: it follows everyday habits, and gives an Iraqi dinar no decimals where ISO gives three.
const TWO_DECIMALS = `
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD
  EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL
  MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR
  SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG`;
const NO_DECIMALS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const THREE_DECIMALS = 'BHD IQD JOD KWD LYD OMR TND';

const DECIMALS: ReadonlyMap<string, number> = new Map(
  [NO_DECIMALS, '', TWO_DECIMALS, THREE_DECIMALS].flatMap((codes, decimals) =>
    (codes.match(/[A-Z]{3}/g) ?? []).map((code) => [code, decimals] as const),
  ),
);

export const isCurrency = (code: string): boolean => DECIMALS.has(code);

/** Decimals of a currency: JPY 0, USD 2, KWD 3. An unknown code, which no store can hold, counts as 2. */
export const decimalsOf = (currency: string): number => DECIMALS.get(currency) ?? 2;

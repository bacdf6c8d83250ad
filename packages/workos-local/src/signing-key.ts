/**
 * The RSA key that signs every access token of the local WorkOS, the same after every start. It is public on purpose:
 * nothing but a local build trusts it, and a test can sign the tokens that an attacker would like to have (a wrong
 * issuer, another client) with the very key that the app trusts. No Node-only imports.
 */
export const KEY_ID = 'sso_oidc_key_layerkick_local';

export const SIGNING_KEY = {
  kty: 'RSA',
  alg: 'RS256',
  use: 'sig',
  kid: KEY_ID,
  n: 'v1QwIfVI8BPsnVOQzhN07P3VNVxqOoIFUZZkFUmIFrBv7IM2y0ImPQr92qNmws0PT_HliVZhss-1Ooqquw5k27RtrCl6_aWzFczvG7jwyN-ID9gcVdUAaDMMeD1xJPvEWiVBKBeATs1Xgwb9TC5f0VXTJZ53_m2av53lYprhkqUn7PiAz_PyyIDummu-85yjRdwOJWNmdORxr1rA5w2Z1NX1Vr7NQjuQVNDelwmCLzikZFy-3KU5HdCdvN4jlZUjE0OLXNVHLJaMF06C8Fm_E4gl6iFAic6TvKnqDyCvEWL3l1pV59MD2MUABCHgvreZz-Nw5bYsbmOiMkZ61Fv7Lw',
  e: 'AQAB',
  d: 'StWhe-7GKA0K--A_H7NxhO6lkZkDfb30WZySqdbYcVNye5Y4_NhzP2YIs5c87s2pAxJwvr54OSnPz0WEkOSI43xXd0LENei1Or4s-fFk0JTJ0bSsJJBK9_abln4lvprxCndO3GEQ0QG1DG1T7pOm66h_jVPFyFDTecZG_cHpn-LnD-oNlhn3RA-shj5ojo5Hsf4-2fz2npFFbeUu0FpdgZGjKBX_wuCDpc_Tqu-NyaLHg4gDTcQjNG-Z1Rq9-lSLWmEv81_LW88e0XLiMxz83qwa0hUY-BrGeuFR5_XeXMsgmCFdsOXLZYsfHqhFAcyZdb7GLW9QBElObODpvUI5jQ',
  p: '5hqa5M7zpLwFM4Pb92Z1oU1cPgLPFkxwV9uMH6qdv7Av5q7WTiUonZmjnUdyEthail_cSwNoRNHD3-P_HzYPi8knUcVuopQDUi-sYdxGhzq0CG_32vIFd2X1C7RrrixqaQHSElmGaSDrSlmT8lhBy62wgRCJ24d7jsyE12B-ZsU',
  q: '1Nx00GOJZtxr_E25obijGQmsIa-fI0viHKl4r2mEIcpBaWUZW--TZ6KKDcuyaZHqJj0NcI9ipS9TBZ2-J33P3fAT4fDEPPcvvr7LdCJ_04G2e-bZrPeteyNZyO8-szgtWVigm9uQMq5RViIp_ELrramiaCDRuFXsTFI2rdy9GWM',
  dp: 'RPe2c1wgJMECIhWkiXuZSDaCrkdzQHC6v2qbjiY6T-kEAnVm4Fc83DfflVWDuGhGgvEGeylTSEVDG0kf_3_ZmwE4msa9SVdpw2lsloxKS1_p9BlzRZmCz-2sS8zQ9Yx0fHLCPyO8KKhoPYmp0Vpoph6yJ40IdNcfzoY4TsGqQS0',
  dq: 'gUJCOU1IYcsWVAcK47bQa-LgwS_5biCldQxAehyUHUTJxeubo6VvGK6uMMRyWgM-cev_Hkwj9fUv8CgjEa4nrTkdicWAFRlxx93qhGJyxwhsvP6pToy0ryL_YbJOm9xQRYI5PYvuG6iZQbnLTyGAJlvtgFf1on-i15HRHHD_78s',
  qi: 'yoQ6-dSaZdBFt1nJ6VnlWkiVVTM5ohddOcJ72AdEXZ6soFjsTEHPY28IH9iw9jnq-EC6PtzXAnAEjVRujD28TkHOD7HkYDZ5Yy4HupcAqDVnJ8j9SipxjaCM_ojLbs1KK8bmgMRmYm9xIuOR551boXbJ5ltK_jmPyQ0oMiKQHNY',
} as const;

/** What `/sso/jwks/<client id>` serves: the public half. */
export const PUBLIC_KEY = {
  kty: SIGNING_KEY.kty,
  alg: SIGNING_KEY.alg,
  use: SIGNING_KEY.use,
  kid: SIGNING_KEY.kid,
  n: SIGNING_KEY.n,
  e: SIGNING_KEY.e,
} as const;

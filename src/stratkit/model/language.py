"""Texts in several languages."""

from __future__ import annotations

from collections.abc import Mapping

_WRITTEN = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it
iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt
my na nb nd ne ng nl nn nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm
sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za
zh zu
"""

_OTHERS = """
ace agq ann apc arn asa ast bal ban bas bem bew bez bgc bgn bho bik blo blt brx bss bug byn cad cch ccp
ceb cgg cho chr cic ckb cop crh csw dav dje doi dsb dua dyo ebu efi ewo fil fon frr fur gaa gez gil gsw
guz haw hil hnj hsb iba ilo jbo jgo jmc kaa kab kaj kam kcg kde kea ken kgp khq kkj kln kmb kok kpe ksb
ksf ksh kum kxv lag lez lij lkt lld lmo lrc ltg lua luo lus luy mad mag mai mak mas mdf men mer mfe mgh
mgo mhn mic min mni moh mua mus myv mzn nap naq nds niu nmg nnh nqo nso nus nyn osa pag pam pap pau pcm
pis prg quc raj rar rhg rif rof rom rwk sah saq sat sbp scn sco sdh seh ses shi shn sid skr sma smj smn
sms srn ssy syr szl tem teo tet tig tiv tkl tok tpi trv trw tum tvl twq tyv tzm udm umb vai vec vmw vun
wae wal war wbp xnr xog yav yrl yue zgh
"""

_LONG = """
afr=af alb=sq amh=am ara=ar arm=hy asm=as aze=az bam=bm baq=eu bel=be ben=bn bos=bs bre=br bul=bg bur=my
cat=ca ces=cs chi=zh cym=cy cze=cs dan=da deu=de div=dv dut=nl dzo=dz ell=el eng=en est=et eus=eu ewe=ee
fao=fo fas=fa fij=fj fin=fi fra=fr fre=fr fry=fy ful=ff geo=ka ger=de gla=gd gle=ga glg=gl gre=el grn=gn
guj=gu hat=ht hau=ha heb=he hin=hi hrv=hr hun=hu hye=hy ibo=ig ice=is iku=iu ind=id isl=is ita=it jav=jv
jpn=ja kal=kl kan=kn kat=ka kaz=kk khm=km kin=rw kir=ky kon=kg kor=ko kur=ku lao=lo lav=lv lin=ln lit=lt
ltz=lb lug=lg mac=mk mal=ml mao=mi mar=mr may=ms mkd=mk mlg=mg mlt=mt mon=mn mri=mi msa=ms mya=my nde=nd
nep=ne nld=nl nno=nn nob=nb nor=nb nya=ny oci=oc ori=or orm=om pan=pa per=fa pol=pl por=pt pus=ps que=qu
roh=rm ron=ro rum=ro run=rn rus=ru sag=sg sin=si slk=sk slo=sk slv=sl sme=se smo=sm sna=sn snd=sd som=so
sot=st spa=es sqi=sq srd=sc srp=sr ssw=ss sun=su swa=sw swe=sv tah=ty tam=ta tat=tt tel=te tgk=tg tgl=tl
tha=th tib=bo tir=ti ton=to tsn=tn tso=ts tuk=tk tur=tr twi=tw uig=ug ukr=uk urd=ur uzb=uz ven=ve vie=vi
wel=cy wol=wo xho=xh yid=yi yor=yo zho=zh zul=zu
"""

CODES = frozenset(_WRITTEN.split())
"""The two-letter codes of languages.

Source: ISO 639-1, as the Library of Congress lists it. Without `no`, which other readers of YAML take for
"false": Norwegian is `nb` or `nn`.
"""

_FURTHER = frozenset(_OTHERS.split())
"""The three-letter codes of languages that have none of two letters.

Source: those with words in the Unicode CLDR, and further ones of ISO 639-2 that many people speak.
"""

USUAL = {
    "no": "nb",
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "gb": "en",
    "gr": "el",
    "in": "id",
    "iw": "he",
    "jp": "ja",
    "sp": "es",
    "ua": "uk",
    "us": "en",
    "vn": "vi",
    "arabic": "ar",
    "catalan": "ca",
    "chinese": "zh",
    "dutch": "nl",
    "english": "en",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "japanese": "ja",
    "norwegian": "nb",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "turkish": "tr",
    **dict(pair.split("=") for pair in _LONG.split()),
}
"""What authors write in place of a code: a country's, an older or longer one, the language's name."""


class Translated(str):
    """A text with its translations: by itself, the text in the plan's language or the first one given."""

    translations: Mapping[str, str]

    def __new__(cls, text: str, translations: Mapping[str, str]) -> Translated:
        made = super().__new__(cls, text)
        made.translations = translations
        return made

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Translated):
            return self.translations == other.translations
        return str.__eq__(self, other) if isinstance(other, str) else NotImplemented

    def __hash__(self) -> int:
        return str.__hash__(self)


def in_language(text: str, language: str) -> str:
    """The text in a language, or in that without its region, or as the plan's own language has it."""
    if not isinstance(text, Translated):
        return text
    found = text.translations
    return found.get(language) or found.get(base_of(language)) or str(text)


def base_of(tag: str) -> str:
    """The language of a tag, without its region or script: `pt` of `pt-BR`."""
    return tag.partition("-")[0].lower()


def is_language(tag: str) -> bool:
    """Whether a tag such as `fr` or `pt-BR` begins with the code of a language."""
    code = tag.partition("-")[0]
    return code in CODES or code in _FURTHER

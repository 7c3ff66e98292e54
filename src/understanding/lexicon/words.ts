import { CHAT_SLANG } from "./chat-slang.ts";

/**
 * Chat spellings and regional words by the plain word they stand for in the rules.
 * Source: written for this project from everyday Indonesian chat, with Javanese (ngoko and krama), Sundanese,
 * Betawi and Minang as shops hear them, and common English.
 */
const SPELLINGS: Readonly<Record<string, string>> = {
  tidak:
    "ga gak gk g ngga nggak ngak enggak engga enggk kagak kaga kgk kg2 nda ndak ndk tdk tidk teu henteu mboten boten ora indak not dont ogah emoh gx gag gakk ndaa",
  "tidak jadi": "gajadi gakjadi nggakjadi ngajadi ngakjadi gjadi gkjadi tdkjadi kagakjadi",
  bukan: "bkn bukn dudu sanes sanés",
  belum: "blm blom belom blum durung dereng acan tacan teacan alun",
  sudah: "udah udh sdh dah ud uda sampun wis wes uwis parantos atos geus enggeus sudh sudahlah alah already",
  mau: "mo pgn pengen pingin kepengen pngn pengin hendak arep hoyong hayang badhe bade nak want need maau kepingin ingin akan",
  pesan:
    "pesen psn psen pesenin pesankan pesanin order ordr orderin mesen mesan mesenin memesan dipesan dipesen ngorder pesn oder booking book bok reservasi",
  pesanan: "pesananku orderan pesenan orderanku psnan pesananya pesenanku orders psanan",
  beli: "bli tumbas mundhut mundut meser tuku beuli mbeli membeli belikan beliin ngeborong borong buy purchase numbas nukoni nuku mbli",
  minta: "mnta nyuwun jaluk njaluk menta nyungkeun mintak mintain pinta",
  kirimnya: "pengiriman pengirimannya kirimnya antarnya anternya dikirimnya ngirimnya",
  kok: "koq kog",
  datang: "dateng dtg dtng rawuh sumping teka teko dateng2 didatangi mendarat",
  dapat: "dapet dpt dapt entuk angsal kenging dapek",
  ambil:
    "ambl ambilin jupuk njupuk jupuki candak nyandak mengambil ngambil pickup jemput dijemput ambi diambil dijupuk jupukno cokot",
  kirim:
    "krm dikirim kirimin kirimkan krim ngirim ngirimin mengirim kirimi antar anter diantar dianter anterin antarkan antarin nganter dianterin diantarkan delivery deliver deliveri dlivery ship kintun dikintun ngintun dikirimin dikirimkan kirimno terno terke kirimke kirimkeun anterkeun antarkeun kirimkeun kirem delevery send shipped hantar",
  berapa:
    "brp brapa berapaan brpan pinten pinteun piro pira sabaraha sbrha barapa braapa brape berape piroan pintenan brpa brpaan sabarahaan bara berap",
  bisa: "bs bsa iso saged isa tiasa can could biso sanggup bise bsakah",
  boleh: "blh bole pareng kengeng buleh may",
  ada: "ad ono wonten enten ado adakah onten available ade aya masihada",
  ready: "redy redi rdy tersedia sedia rede",
  stok: "stock stk stoknya stokny setok",
  kalau:
    "klo kalo kl klu lek yen nek mun lamun upami jika if bila kalok kaloo kallo misal misalnya misalkan umpama andai seandainya semisal klau menawi mn",
  habis: "abis hbs abs abiss bubar entek seep telas sold soldout",
  setelah: "stlh sesudah sehabis bada bakda after stelah sbis",
  sebelum: "sblm sblum sadurunge sateuacan before",
  besok: "bsk bsok besuk sesuk mbesuk benjing isukan bisuak tomorrow bsook sesok bsokk mbenjing",
  lusa: "pageto sukesuk",
  nanti: "ntar nti ntr mengko engke mangke later entar tar ntaran mangkih nantik beko ngko",
  sekarang: "skrg skr skrang saiki sakniki ayeuna now sekarng skrng skg kini saniki",
  kemarin: "kmrn kmren kemaren wingi kamari yesterday kemarn kmarin kmaren kapatuk",
  tadi: "td barusan tadinya",
  saya: "sy aku ak gue gw gua ane abdi kulo kula inyong ambo awak i me my q sya kami kita qu akuh",
  kak: "kakak ka kk min mimin mas mbak mba mbk bang bg bu ibu pak bpk bapak om tante gan sis bro teteh teh aa kang akang uni mak bude bulik bunda bun cak ning cik koh ko ce cece boss bos juragan agan sist kaka kakakk pakde mbaknya masnya kakaknya kakanda sist2 mang ceu neng yu mbah ndan lur dulur bestie beb gaes pakk buk ibuk bapake ibune",
  ya: "iya iye y yaa yoi yup yap yes yess nggih inggih njih nggeh enggeh muhun heeh hooh iyo yoo yah iyaa yaah yups yeah iyah iyalah inggeh enggih yoh yo",
  oke: "ok okay okey okeh oce okelah sip siap siip siapp gas gass gaskeun deal setuju fix okee okei oks okie sipp sippp oki mantapkan agree gaskan gasss ashiap",
  betul: "bener benar btul tul leres correct right bnr",
  makasih:
    "mksh makasi trims tks thx thanks thank terimakasih trimakasih tengkyu nuwun haturnuhun hatur nuhun tq ty maacih maaci mksih mkasih makasii terimakasi trimsss suwun maturnuwun trm tengkiu tarimo thanku thankyou kamsia matur syukron",
  halo: "hai hi hello hallo hay hei hey p ping assalamualaikum assalamu'alaikum asslm aslm askum permisi punten misi kulonuwun spada sampurasun haii helo alo assalamuallaikum salam selamat slamat met alaikum assalammualaikum mikum woi oi hy hola wr wb",
  gimana: "gmn gmna bgmn bagaimana piye pripun kumaha how gmana gimna caranya gmne baa kepiye kados bgaimana",
  mana: "dimana dmn dmna ndi endi ngendi pundi manakah nendi kamana where dimna wheres kmana",
  kapan: "kpn iraha when kpan bilo",
  apa: "ap ape apaan opo nopo punapa naon apo apakah what apah apasaja",
  kenapa: "knp knapa napa mengapa ngapa why kunaon ngopo kengopo",
  sampai:
    "sampe smp smpe nyampe nyampai tekan dugi dumugi nepi sampek nyampek arrive arrived smpai smpk till until hingga nyampenya tiba",
  pakai: "pake pakek nganggo ngangge make memakai dipake dipakai pke",
  dengan: "dgn dg dngn with",
  sama: "ama sm karo sareng ambek kaliyan jeung jo smaa",
  dan: "n and serta lan sarta",
  terus: "trus trs teros lajeng tros then",
  lagi: "lg lgi maneh malih deui again lgii liak",
  aja: "saja aj ja doang mawon wae bae ae only sajo dowang ajah ajaa kemawon ajaaa ajha ajh",
  banget: "bgt bngt bget pisan nian sangat sgt pol poll very amat buanget sanget polll bnget",
  harga: "hrg hargane rega regane pangaos price harganya hrga reganipun hargo arga hargae reregan",
  ongkir: "ongkos ongkr okir ongkirnya ongkire ongkirr onkir shipping ongkirna ongkirnyaa",
  transfer: "tf trf trnsfr ditransfer tranfer transfr tansfer mentransfer transferan tfnya ngetransfer transpr trasfer",
  bayar: "byr byar mbayar pay bayarnya mbyr membayar dibayar bayr pembayaran payment",
  toko: "tokonya warung outlet lapak store gerai kedai counter konter workshop tokone shop tempatnya",
  buka: "bukak open bka bukanya muka",
  tutup: "tutp close tutupnya libur libure prei closed tutupp",
  rumah: "rmh omah rumahku griyo imah bumi rmhku rumahe",
  yang: "yg ygg sing ingkang anu nu yng seng yan",
  buat: "untuk utk bwt nggo kanggo kangge for untk keur bwat jang",
  dari: "dr dri saking ti from tina sko",
  ke: "to menyang teng",
  di: "d ning nang neng in ing at",
  jangan: "jgn jangn ojo ulah jngn jan ojok jgan",
  batal:
    "cancel cancle kensel kansel cancelin batalin batalkan dibatalkan dibatalin btlin cencel dicancel batalkeun wurung canceled cansel batall bataal wande",
  jadi: "jd jdi dados janten dadi jadinya jdinya",
  ganti: "gnti diganti gantiin gantos ngganti gant gantikan change digantiin gentos ganthi gantinen replace",
  ubah: "rubah diubah dirubah ngubah mengubah ubahkan robah edit revisi update geser digeser reschedule mundur diundur undur dimajukan majuin pindah dipindah pindahin",
  tukar:
    "tuker ditukar dituker penukaran exchange nuker tukeran ijol retur return refund dikembalikan kembalikan balikin dibalikin pengembalian tukerin nukar",
  tambah:
    "tmbh tambahin ditambah nambah tambahi add tmbah ditambahi ditambahin tambahkan tambahan tmbahin nambahin imbuh wuwuh tambihan tambih",
  kurang: "kurangi dikurangi kurangin krg krang kirang reduce dikurangin krgi ngurangin",
  hapus: "dihapus hapusin hilangkan buang delete remove hps coret dicoret ilangin dihilangkan hapusen",
  dong: "donk dng dunk dongg dongs atuh tuh mah pls plis please tolong tlg tlong monggo mangga sih si nih ni deh dech deng lah loh lho toh kan wkwk wkwkwk hehe hihi haha hehehe hahaha hehee xixi ah oh hmm hm em emm eee loo yak tho je kih ki nya ny ge euy teh atulah cuy cuk ygy btw wkkw awkwk hiks hix huhu kwkw wkwkkw ee kie kuwi iku iki ieu eta hehehehe ha tha yaelah sihh dongss",
  semua: "smua semuanya sadayana kabeh sedoyo sedaya all smuanya kabehne seluruhnya semuany saneseun",
  masing2: "masing msg2 msing2 ms2 sewang2 each per @ masing2nya msg sewang masingmasing",
  kecil: "kcl cilik alit leutik small mini kecik ketek cilikan kecilan",
  besar: "bsr gede gedhe ageng large big gedean besaran gde gadang ageung gedhean gd",
  murah: "mura murahin miring nego dinego nawar tawar ditawar negonya mirah",
  diskon:
    "disc disk discount diskonan potongan promo promonya promosi voucher voucer vocer kupon cashback grosir grosiran reseller resel diskonnya promoan dropship diskonn",
  gratis: "free grtis gratisan bonus bonusnya gratiss geratis fre",
  alamat: "almt alamt almat alamatnya alamate address adress alamatku",
  telepon:
    "telp tlp tlpn telpon telfon telf tlf nelpon nelfon call calling ditelpon telponan ditelp menelepon telponin vc videocall tilpun ngebel dihubungi hubungi teleponan tlpnan tilp ditelepon hubungin tlpon nelp telpun dihubungin",
  lama: "lma lami suwe lila lamo lame",
  hari: "hr dinten poe day days",
  minggu: "mgg mggu mnggu mingu ahad minggon weeks week ming akad",
  bulan: "bln wulan month sasi",
  tanggal: "tgl tggl tg tangal tanggl",
  jam: "jm pukul pkl jame tabuh",
  pagi: "pg pagian enjing isuk esuk morning pgi paginya enjang",
  siang: "siangnya siangan noon beurang siyang",
  sore: "sorean sonten afternoon sorenya soree",
  malam: "mlm mlem malem maleman malaman bengi dalu peuting night tonight malamnya mlam malemnya wengi ndalu",
  kurir:
    "ojek ojol gojek gosend grab grabsend grabexpress gofood maxim kurirnya driver jne jnt jntt sicepat ekspedisi lalamove anteraja paxel shopeexpress ekspedisinya gosen goseng indrive",
  cod: "cods codan codnya c0d ceodi kod codd",
  bahan: "bahannya bahane material komposisi kandungan ingredients bhn bhannya",
  foto: "pict pic poto gambar photo picture fotonya gambarnya video testi testimoni realpict gambare",
  admin:
    "adminnya owner ownernya cs penjual seller sellernya pemilik manusia operator pegawai karyawan penjualnya yangpunya staf staff",
  katalog:
    "catalog catalogue pricelist pl menu menunya daptar daftar list katalognya catalognya listnya listharga menune brosur catalouge",
  maaf: "maap maapin maapkan sori sorry sry",
  lokasi: "lokasinya loc location maps map sharelok sharelock shareloc serlok lokasine googlemaps gmaps alamattoko",
  rekening: "rek norek no.rek rekeningnya reknya rekeninge norekening nore va",
  rusak:
    "rsk pecah penyok basi bau busuk sobek robek cacat tumpah bolong hancur jamuran berjamur patah retak luntur copot melempem gores lecet kotor tengik ancur remuk layu pudar bulukan jebol ambrol ringsek rombeng apek lembek kebuka meleduk peyot gosong penyek penyet gompal gompel somplak kempes soak bantat bantet kutuan berkutu berlendir karatan berkarat ngelupas mengelupas mangap koyak penyok2 lecek lungset kucel lusuh bengkok penceng",
  expired: "kadaluarsa kedaluwarsa kadaluwarsa kedaluarsa expire ekspired exp expnya",
  kecewa:
    "kecewe kuciwa parah payah nyesel nyesal kapok jelek marah kesal kesel mengecewakan kecewaa buruk jlek zonk gelo ngecewain nipu penipu bohong penipuan tertipu ketipu ngaco elek",
};

/** Chat spelling → plain word. Variants ending in a digit that no one writes are kept only by their plain word. */
export const WORDS: ReadonlyMap<string, string> = new Map(
  [SPELLINGS, CHAT_SLANG]
    .flatMap(Object.entries<string>)
    .flatMap(([word, variants]) =>
      [word, ...variants.split(" ")].filter(Boolean).map((variant): [string, string] => [variant, word]),
    ),
);

/** Everyday words that carry no product: they are never taken for a misspelt one and need no explanation. Same source. */
export const COMMON: ReadonlySet<string> = new Set(
  `biarin biarkan biarlah ngebiarin dibiarin
  asap secepatnya secepetnya segera interested akan atau apalagi agak agar anak and are as asal asli atas awal akhir bagus baik baru bawa begini begitu beliau benda berat biar biasa bikin buah cari cepat cepet
  coba cuma cuman cukup dalam dapat dapet datang dateng dulu dl dlu duluan enak gini gitu gt gtu guys hanya harus hasil hemat hitung hubung info ini iku isi is it itu itung
  jalan jauh jelas juga jg jga karena karna krn keluar keluarga kembali kerja ketemu khusus kira2 kira kosong kumpul kurang langsung lain lainnya lainya lebih lewat lihat liat
  lupa maaf mf mohon mhn maksud maksudnya mampu mantap mantul masih masuk mending mesti muat mulai nama namanya nomor no nmr nomer oleh oleh2 orang org paham paling panjang pasti
  perlu pernah pertama pilih pingin punya produk barang bareng rasa rata sabar saat salah sebentar bentar sedang sedikit dikit sekali sekalian sekitar selalu selama selesai semoga sempat
  sendiri sendirian sendri sebelah sesuai sini situ sana soal suka supaya susah tahan tahu tau tdi tapi tp tpi telat tentang tepat terakhir terlalu tiap tinggal tunggu ditunggu udahan ukuran uk size
  umum warna warnanya waktu wah wa whatsapp yaudah yasudah varian model jenis macam macem tipe type harusnya kayak kaya kek kyk seperti spt sprti gara2 cara bukannya the you of a an get please
  do does your this that these those have has would like hello good also just one pcs km rt rw jl jln arisan acara ultah ulang tahun nikah nikahan hajatan pengajian kantor sekolah kuliah anakku suami istri
  suamiku istriku ibuku bapakku adik adikku kakakku teman temen temenku temanku tetangga saudara sodara mertua keponakan ponakan pacar bosku makin mana2 nasib hati2 jalan2 sama2 baik2 pelan2 cepat2 buru2 kebetulan kayaknya kayanya
  sepertinya rencananya rencana pikir2 mikir lihat2 liat2 tanya2 tanya nanya nnya sekedar cuman lumayan serius sumpah yakin tenang santai bingung ragu ragu2 kosongan penuh duit uang uangnya dana gajian gaji
  proses diproses dicek cek ngecek kabar kabari kabarin infoin info2 update resi tracking lacak dilacak dikonfirmasi konfirmasi bukti lunas dp
  dibuat dibikin dibungkus bungkusin packing pengemasan kemasan pengen jumlah total totalnya totalan semuanya yakni yaitu sebagai tersebut terima nerima diterima orangnya tukang tukangnya teknisi teknisinya petugas yg2 kasih
  dikasih ngasih kasihin campur campurin dicampur campuran mix berarti brarti artinya kata katanya bilang ngomong cerita jawab balas bales respon slow fast gercep ramah datengin sampaikan ulangi ulangin ulangkan diulang diulangi ngulang`.split(
    /\s+/,
  ),
);

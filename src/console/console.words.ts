/** What the console answers to a request that it refuses. */
export const words = {
  signInFirst: "Masuk dulu, ya.",
  wrongSignIn: "Nama pengguna atau kata sandinya belum cocok.",
  tooMany: "Terlalu sering dicoba. Tunggu beberapa menit, lalu coba lagi.",
  wrongPassword: "Kata sandi lamanya belum cocok.",
  passwordLinkUsed: "Tautannya sudah dipakai, diganti, atau lewat sehari. Minta yang baru ke pemilik, ya.",
  unknownPushService: "Browser ini memakai layanan pemberitahuan yang belum dikenal toko.",
  wrongToken: "Halaman ini sudah usang. Muat ulang, lalu coba lagi.",
  notAllowed: "Bagian ini bukan untuk peranmu.",
  notFound: "Tidak ditemukan.",
  linkUsed: "Tautannya sudah dipakai atau diganti. Lihat tautan terbaru di layar tempat toko dijalankan.",
  ownerExists: "Toko ini sudah punya pemilik. Silakan masuk.",
  usernameTaken: "Nama pengguna itu sudah dipakai.",
  unreadableHours: "Jamnya belum terbaca. Tulis seperti: Senin-Sabtu 08.00-16.00.",
  notSure: "Ketik kata hapus dulu, supaya tidak terhapus tanpa sengaja.",
  ownAccount: "Akun sendiri tidak bisa dinonaktifkan.",
  noPairingCode: "WhatsApp belum memberi kode. Coba lagi, atau pindai QR-nya.",
  /** Sent by the seller's own hand to a customer who has no chat yet */
  proposalMessage: ({
    name,
    shop,
    goods,
    address,
    start,
  }: {
    readonly name: string | undefined;
    readonly shop: string;
    readonly goods: string;
    /** Of the web chat; without it the words to send are named */
    readonly address?: string;
    readonly start?: string;
  }) =>
    `Halo ${name ?? "Kak"}, ini ${shop}. Terima kasih sudah telepon ya. Pesanannya sudah kami catat:\n${goods}\n\n${
      address === undefined
        ? `Tolong balas ke WhatsApp atau Telegram toko kami dengan kata ini, nanti tinggal jawab "ya":\n${start}`
        : `Tolong dicek lalu jawab "ya" di sini, baru kami pesankan:\n${address}`
    }\n\nBerlaku 2 hari dan hanya sekali pakai.`,
  pickup: {
    unknown: "Belum ada pesanan dengan kode itu. Cek lagi hurufnya, ya, atau cari lewat nomor pesanan.",
    several: "Kode itu mirip beberapa pesanan. Cek hurufnya satu-satu, atau cari lewat nomor pesanan.",
    tooMany: "Sudah terlalu sering dicoba. Tunggu semenit, lalu coba lagi, atau cari lewat nomor pesanan.",
    collected: (number: string) => `Pesanan #${number} sudah diambil.`,
    notReady: (number: string) => `Pesanan #${number} belum siap diambil.`,
  },
  whyNeeded: "Pilih alasannya dulu, ya. Kalau alasan lain, tulis singkat.",
  emptyOrder: "Belum ada barang yang dicatat.",
  media: {
    gone: "Berkas ini sudah tidak ada di aplikasi chat-nya.",
    tooLarge: "Berkas ini terlalu besar untuk dibuka di sini. Lihat di HP toko, ya.",
    away: "Berkas ini belum bisa diambil. Coba sebentar lagi, ya.",
  },
  canned: { tooMany: "Balasan cepatnya sudah 200. Hapus yang tidak dipakai dulu, ya." },
  picture: {
    /** Sent with a picture to which the seller wrote nothing */
    caption: "Ini fotonya ya, Kak 🙏",
    notHere: "Di aplikasi chat ini foto dari konsol belum bisa dikirim. Kirim dari HP toko, ya.",
    unreadable: "Berkas itu bukan foto JPEG, PNG, atau WebP yang utuh, atau lebih dari 2 MB.",
  },
  writeFirst: {
    noWay: "Nomor WhatsApp toko baru saja tidak bisa dipakai. Muat ulang halaman ini dulu, ya.",
    tooLong: (letters: number) => `Terlalu panjang: paling banyak ${letters} huruf untuk pesan pertama di jalur resmi.`,
  },
  refusals: {
    held: "Percakapan ini sedang dipegang rekan.",
    changed: "Pesanannya baru saja berubah. Lihat yang terbaru dulu, ya.",
    notAllowed: "Langkah itu tidak bisa dari status sekarang.",
    outOfStock: "Stoknya tidak cukup lagi.",
    callChanged: "Telepon ini baru saja berubah. Lihat yang terbaru dulu, ya.",
    unconfirmed: "Pesanan ini perlu ditelepon dulu sebelum diproses.",
    tooLate: "Sudah lewat 10 menit, tidak bisa diurungkan lagi.",
    notYours: "Hanya yang mencatat, atau pemilik, yang bisa mengurungkan.",
    orderMoved: "Pesanannya sudah berjalan atau dibatalkan, jadi hasil telepon ini tidak bisa diurungkan.",
    rulesChanged: "Toko ini baru saja diubah orang lain. Lihat yang terbaru dulu, lalu simpan lagi, ya.",
    notHeld: "Percakapan ini sudah tidak dipegang siapa-siapa.",
    cannotTake: "Rekan itu tidak bisa dititipi percakapan ini.",
    orderRunning: "Masih ada pesanannya yang berjalan. Selesaikan atau batalkan dulu, baru datanya bisa dihapus.",
    cashDue: "Masih ada uang tunai yang belum dia bayar. Bereskan dulu, baru datanya bisa dihapus.",
    cashReason: "Uangnya beda dari tagihan. Tulis alasannya dulu, ya.",
    unknownCourier: "Kurir itu sudah tidak aktif.",
    stepTooLate: "Sudah lewat 10 menit, langkahnya tidak bisa diurungkan lagi.",
    notYourStep: "Hanya yang melakukannya, atau pemilik, yang bisa mengurungkan.",
    cashMoved: "Uangnya sudah disetor, jadi langkah ini tidak bisa diurungkan.",
    notYourOrder: "Pesanan ini sudah dibawa kurir lain.",
    cashChanged: "Uang yang dipegang baru saja berubah. Lihat jumlah terbarunya, lalu setor lagi, ya.",
    tooMuch: "Setorannya harus lebih dari nol dan tidak lebih dari uang yang dipegang.",
    wrongCode: "Kode itu tidak cocok dengan pesanan ini.",
    blocked: "Orang ini memblokir toko, jadi pesan tidak akan sampai. Tunggu dia menulis lagi.",
    shopsOwn: "Itu nomor toko sendiri, jadi tidak bisa ditulisi dari sini.",
    erased: "Orang ini sudah minta datanya dihapus. Toko baru boleh menulis kalau dia yang menulis lebih dulu.",
    tooManyStrangers:
      "Sejam ini toko sudah menulis duluan ke 10 nomor baru. Tunggu dulu, ya: nomor yang terlalu sering begitu bisa diblokir WhatsApp.",
    notAdjustable: "Pesanan ini sudah jalan atau selesai, jadi isinya tidak bisa diganti lagi.",
    notSold: "Ada barang yang tidak dijual seperti itu. Periksa pilihan dan jumlahnya, ya.",
    nothingNew: "Belum ada yang diganti.",
    tooDear: "Jumlah uangnya terlalu besar untuk satu pesanan. Periksa harga dan jumlahnya, ya.",
    notFailed: "Pesan itu tidak gagal, jadi tidak perlu dikirim ulang.",
    noColleague: "Rekan itu sedang tidak bisa menerima telepon.",
  },
} as const;

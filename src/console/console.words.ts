/** What the console answers to a request that it refuses. */
export const words = {
  signInFirst: "Masuk dulu, ya.",
  wrongSignIn: "Nama pengguna atau kata sandinya belum cocok.",
  tooMany: "Terlalu sering dicoba. Tunggu beberapa menit, lalu coba lagi.",
  wrongToken: "Halaman ini sudah usang. Muat ulang, lalu coba lagi.",
  notAllowed: "Bagian ini bukan untuk peranmu.",
  notFound: "Tidak ditemukan.",
  linkUsed: "Tautannya sudah dipakai atau diganti. Lihat tautan terbaru di layar tempat toko dijalankan.",
  ownerExists: "Toko ini sudah punya pemilik. Silakan masuk.",
  usernameTaken: "Nama pengguna itu sudah dipakai.",
  ownAccount: "Akun sendiri tidak bisa dinonaktifkan.",
  stale: "Keadaannya sudah berubah. Lihat yang terbaru dulu, ya.",
} as const;

/* RFC 1321, section 3. */
#include "pdf/md5.h"

#include <string.h>

enum { BLOCK = 64, LENGTH_AT = 56 };

/* The integer part of 2^32 |sin i|, i from 1 in radians. */
static const uint32_t sines[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};

static uint32_t turn(uint32_t word, unsigned bits) {
    return word << bits | word >> (32 - bits);
}

static uint32_t mix(unsigned step, uint32_t b, uint32_t c, uint32_t d) {
    switch (step / 16) {
    case 0:
        return (b & c) | (~b & d);
    case 1:
        return (b & d) | (c & ~d);
    case 2:
        return b ^ c ^ d;
    default:
        return c ^ (b | ~d);
    }
}

static void add_block(uint32_t state[4], const unsigned char *block) {
    static const uint8_t turns[4][4] = {
        {7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    static const uint8_t factors[4] = {1, 5, 3, 7}, first[4] = {0, 1, 5, 0};
    uint32_t words[16], a = state[0], b = state[1], c = state[2], d = state[3];
    for (int i = 0; i < 16; i++)
        words[i] = block[4 * i] | (uint32_t)block[4 * i + 1] << 8 |
                   (uint32_t)block[4 * i + 2] << 16 | (uint32_t)block[4 * i + 3] << 24;
    for (unsigned step = 0; step < 64; step++) {
        unsigned round = step / 16, word = (factors[round] * step + first[round]) % 16;
        uint32_t sum = a + mix(step, b, c, d) + words[word] + sines[step];
        a = d;
        d = c;
        c = b;
        b += turn(sum, turns[round][step % 4]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
}

static void put_little_endian(unsigned char *at, uint64_t value, int bytes) {
    for (int i = 0; i < bytes; i++)
        at[i] = (unsigned char)(value >> 8 * i);
}

void md5(struct str bytes, unsigned char digest[MD5_BYTES]) {
    uint32_t state[4] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    size_t whole = bytes.length / BLOCK * BLOCK, rest = bytes.length - whole;
    for (size_t at = 0; at < whole; at += BLOCK)
        add_block(state, (const unsigned char *)bytes.at + at);
    unsigned char end[2 * BLOCK] = {0};
    if (rest)
        memcpy(end, bytes.at + whole, rest);
    end[rest] = 0x80;
    size_t end_length = rest < LENGTH_AT ? BLOCK : 2 * BLOCK;
    put_little_endian(end + end_length - 8, (uint64_t)bytes.length * 8, 8);
    for (size_t at = 0; at < end_length; at += BLOCK)
        add_block(state, end + at);
    for (int i = 0; i < 4; i++)
        put_little_endian(digest + 4 * i, state[i], 4);
}

/* Both engines give data that zlib reads back, at every level and for sizes around their buffers.
 */
#include "pdf/deflate.h"
#include "unit/check.h"
#include <string.h>
#include <zlib.h>

static bool returns(enum deflate_engine engine, int level, struct str bytes) {
    struct deflater *deflater = deflater_new_engine(engine, level);
    if (!deflater)
        return engine == DEFLATE_LIBDEFLATE; /* not built in */
    struct buffer packed = {0}, back = {0};
    bool same = true;
    for (int round = 0; round < 2; round++) { /* a deflater is used again */
        packed.length = 0;
        deflate_append(deflater, bytes, &packed);
        buffer_need(&back, bytes.length + 1);
        uLongf length = bytes.length + 1;
        int status = uncompress((Bytef *)back.at, &length, (const Bytef *)packed.at, packed.length);
        same = same && status == Z_OK && length == bytes.length &&
               (length == 0 || memcmp(back.at, bytes.at, length) == 0);
    }
    buffer_free(&packed);
    buffer_free(&back);
    deflater_free(deflater);
    return same;
}

int main(void) {
    static char bytes[200000];
    uint32_t seed = 1;
    for (size_t i = 0; i < sizeof bytes; i++) {
        seed = seed * 1664525 + 1013904223;
        bytes[i] = i < 100000 ? (char)('a' + i % 7) : (char)(seed >> 24);
    }
    static const size_t lengths[] = {0, 1, 4096, 65536, sizeof bytes};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        for (int level = 1; level <= 9; level += 4) {
            CHECK(returns(DEFLATE_ZLIB, level, (struct str){bytes, lengths[i]}));
            CHECK(returns(DEFLATE_LIBDEFLATE, level, (struct str){bytes, lengths[i]}));
        }
    }
    return check_end();
}

#include "pdf/deflate.h"
#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>
#ifdef HAVE_LIBDEFLATE
#include <libdeflate.h>
#endif

struct deflater {
    struct watch *watch;
    enum deflate_engine engine;
    z_stream zlib;
#ifdef HAVE_LIBDEFLATE
    struct libdeflate_compressor *compressor;
#endif
};

struct deflater *deflater_new(int level) {
    struct deflater *deflater = deflater_new_engine(DEFLATE_LIBDEFLATE, level);
    return deflater ? deflater : deflater_new_engine(DEFLATE_ZLIB, level);
}

static void start_zlib(struct deflater *deflater, int level) {
    if (deflateInit(&deflater->zlib, level) != Z_OK)
        memory_exhausted();
}

static bool start_libdeflate(struct deflater *deflater, int level) {
#ifdef HAVE_LIBDEFLATE
    deflater->compressor = libdeflate_alloc_compressor(level);
    if (!deflater->compressor)
        memory_exhausted();
    return true;
#else
    (void)deflater, (void)level;
    return false;
#endif
}

struct deflater *deflater_new_engine(enum deflate_engine engine, int level) {
    assert(level >= 1 && level <= 9);
    struct deflater *deflater = calloc(1, sizeof *deflater);
    if (!deflater)
        memory_exhausted();
    deflater->engine = engine;
    if (engine == DEFLATE_ZLIB) {
        start_zlib(deflater, level);
    } else if (!start_libdeflate(deflater, level)) {
        free(deflater);
        return NULL;
    }
    return deflater;
}

void deflater_free(struct deflater *deflater) {
    if (!deflater)
        return;
    if (deflater->engine == DEFLATE_ZLIB)
        deflateEnd(&deflater->zlib);
#ifdef HAVE_LIBDEFLATE
    if (deflater->engine == DEFLATE_LIBDEFLATE)
        libdeflate_free_compressor(deflater->compressor);
#endif
    free(deflater);
}

/* zlib counts in unsigned int: input and room are handed to it in parts. */
static void zlib_append(z_stream *zlib, struct str bytes, struct buffer *out) {
    deflateReset(zlib);
    zlib->next_in = (Bytef *)(uintptr_t)bytes.at;
    size_t left = bytes.length;
    int status = Z_OK;
    while (status != Z_STREAM_END) {
        uInt part = left > INT_MAX ? INT_MAX : (uInt)left;
        zlib->avail_in = part;
        buffer_need(out, part / 2 + 4096);
        size_t room = out->capacity - out->length;
        zlib->avail_out = room > INT_MAX ? INT_MAX : (uInt)room;
        zlib->next_out = (Bytef *)out->at + out->length;
        uInt offered = zlib->avail_out;
        status = deflate(zlib, part == left ? Z_FINISH : Z_NO_FLUSH);
        assert(status == Z_OK || status == Z_BUF_ERROR || status == Z_STREAM_END);
        left -= part - zlib->avail_in;
        out->length += offered - zlib->avail_out;
    }
}

void deflater_measure(struct deflater *deflater, struct watch *watch) {
    deflater->watch = watch;
}

static void append(struct deflater *deflater, struct str bytes, struct buffer *out) {
#ifdef HAVE_LIBDEFLATE
    if (deflater->engine == DEFLATE_LIBDEFLATE) {
        size_t bound = libdeflate_zlib_compress_bound(deflater->compressor, bytes.length);
        buffer_need(out, bound);
        out->length += libdeflate_zlib_compress(deflater->compressor, bytes.at, bytes.length,
                                                out->at + out->length, bound);
        return;
    }
#endif
    zlib_append(&deflater->zlib, bytes, out);
}

void deflate_append(struct deflater *deflater, struct str bytes, struct buffer *out) {
    enum stage before = watch_enter(deflater->watch, STAGE_COMPRESS);
    append(deflater, bytes, out);
    watch_enter(deflater->watch, before);
}

/* PNG (ISO/IEC 15948). PDF's predictor 15 reads the very rows of a PNG, so the compressed data
 * passes through untouched; transparency and interlacing need decoding. */
#include "pdf/images.h"
#include <png.h>
#include <setjmp.h>
#include <string.h>
#include <zlib.h>

enum { SIGNATURE = 8, CHUNK_FRAME = 12, MOST_PIXELS_A_SIDE = 65500 };
enum { GREY = 0, RGB = 2, PALETTE = 3, ALPHA = 4 };

struct header {
    uint32_t width, height;
    uint8_t bits, colour, interlace;
};

struct chunks {
    struct header header;
    struct str palette, transparency, profile;
    struct buffer data; /* all IDAT together */
    bool ended;
};

static uint32_t big_endian(const char *at) {
    const unsigned char *bytes = (const unsigned char *)at;
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static bool read_header(struct str body, struct header *header) {
    if (body.length != 13)
        return false;
    *header = (struct header){big_endian(body.at), big_endian(body.at + 4), (uint8_t)body.at[8],
                              (uint8_t)body.at[9], (uint8_t)body.at[12]};
    return header->width && header->height && header->width <= MOST_PIXELS_A_SIDE &&
           header->height <= MOST_PIXELS_A_SIDE;
}

/* Walks the chunks; their checksums are verified. */
static const char *read_chunks(struct str file, struct chunks *chunks) {
    size_t at = SIGNATURE;
    while (!chunks->ended) {
        if (file.length < at + CHUNK_FRAME)
            return "the file is cut off";
        size_t length = big_endian(file.at + at);
        if (length > file.length - at - CHUNK_FRAME)
            return "the file is cut off";
        struct str kind = str_part(file, at + 4, 4), body = str_part(file, at + 8, length);
        uLong sum = crc32_z(0, (const Bytef *)kind.at, length + 4);
        if (sum != big_endian(body.at + length))
            return "a checksum in it is wrong";
        if (str_equal(kind, STR("IHDR")) && !read_header(body, &chunks->header))
            return "its size is beyond all measure";
        if (str_equal(kind, STR("PLTE")))
            chunks->palette = body;
        if (str_equal(kind, STR("tRNS")))
            chunks->transparency = body;
        if (str_equal(kind, STR("iCCP")))
            chunks->profile = body;
        if (str_equal(kind, STR("IDAT")))
            buffer_str(&chunks->data, body);
        chunks->ended = str_equal(kind, STR("IEND"));
        at += CHUNK_FRAME + length;
    }
    return chunks->header.width ? NULL : "it has no header";
}

/* Whether the data is complete and each row begins with a filter type that exists: a reader of the
 * PDF would only show rubbish. */
static bool sound_rows(struct str data, size_t row_bytes, size_t rows) {
    z_stream zlib = {.next_in = (Bytef *)(uintptr_t)data.at, .avail_in = (uInt)data.length};
    if (inflateInit(&zlib) != Z_OK)
        memory_exhausted();
    unsigned char part[16384];
    size_t done = 0, total = (row_bytes + 1) * rows;
    int status = Z_OK;
    bool sound = true;
    while (status == Z_OK && sound) {
        zlib.next_out = part;
        zlib.avail_out = sizeof part;
        status = inflate(&zlib, Z_NO_FLUSH);
        size_t got = sizeof part - zlib.avail_out, stride = row_bytes + 1;
        for (size_t i = (stride - done % stride) % stride; i < got; i += stride)
            sound = sound && (part[i] <= 4 || done + i >= total);
        done += got;
        sound = sound && done <= total && (got || status == Z_STREAM_END);
    }
    inflateEnd(&zlib);
    return sound && status == Z_STREAM_END && done == total;
}

/* The ICC profile of an iCCP chunk: a name, a zero, the method 0, zlib data. */
static struct str read_profile(struct str chunk, struct arena *arena) {
    size_t name = str_find(chunk, (struct str){"", 1});
    if (name == SIZE_MAX || name + 2 >= chunk.length)
        return STR("");
    struct str packed = str_part(chunk, name + 2, SIZE_MAX);
    z_stream zlib = {.next_in = (Bytef *)(uintptr_t)packed.at, .avail_in = (uInt)packed.length};
    if (inflateInit(&zlib) != Z_OK)
        memory_exhausted();
    size_t capacity = 4u << 20;
    char *bytes = arena_alloc(arena, capacity);
    zlib.next_out = (Bytef *)bytes;
    zlib.avail_out = (uInt)capacity;
    int status = inflate(&zlib, Z_FINISH);
    size_t length = capacity - zlib.avail_out;
    inflateEnd(&zlib);
    return status == Z_STREAM_END ? (struct str){bytes, length} : STR("");
}

static const char *pass_through(struct chunks *chunks, struct image_data *image,
                                struct arena *arena) {
    const struct header *header = &chunks->header;
    unsigned channels = header->colour == RGB ? 3 : 1;
    size_t row_bytes = ((size_t)header->width * channels * header->bits + 7) / 8;
    if (chunks->data.length > UINT32_MAX ||
        !sound_rows(buffer_view(&chunks->data), row_bytes, header->height))
        return "its picture data is damaged";
    image->channels = (uint8_t)channels;
    image->bits = header->bits;
    image->palette = header->colour == PALETTE ? chunks->palette : STR("");
    image->bytes = str_copy(arena, buffer_view(&chunks->data));
    image->filter = str_print(arena,
                              "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %u"
                              "/BitsPerComponent %u/Columns %u>>",
                              channels, (unsigned)header->bits, (unsigned)header->width)
                        .at;
    return NULL;
}

struct source {
    struct str file;
    size_t at;
};

static void read_bytes(png_structp png, png_bytep out, size_t length) {
    struct source *source = png_get_io_ptr(png);
    if (length > source->file.length - source->at)
        png_error(png, "the file is cut off");
    memcpy(out, source->file.at + source->at, length);
    source->at += length;
}

struct failure {
    jmp_buf back;
    char text[96];
};

static void fail(png_structp png, png_const_charp message) {
    struct failure *failure = png_get_error_ptr(png);
    snprintf(failure->text, sizeof failure->text, "%s", message);
    longjmp(failure->back, 1);
}

static void be_silent(png_structp png, png_const_charp message) {
    (void)png, (void)message;
}

/* Eight bits a channel, alpha last. */
static void decode_rows(png_structp png, png_infop info, const struct header *header,
                        unsigned channels, unsigned char *pixels, png_bytepp rows) {
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    if (png_get_channels(png, info) != channels)
        png_error(png, "its colours are of an unknown kind");
    for (uint32_t y = 0; y < header->height; y++)
        rows[y] = pixels + (size_t)y * header->width * channels;
    png_read_image(png, rows);
    png_read_end(png, NULL);
}

static void split(const struct header *header, unsigned channels, const unsigned char *pixels,
                  struct image_data *image, struct arena *arena) {
    size_t count = (size_t)header->width * header->height, colours = channels - 1;
    char *colour = arena_alloc(arena, count * colours), *alpha = arena_alloc(arena, count);
    bool opaque = true;
    for (size_t i = 0; i < count; i++) {
        memcpy(colour + i * colours, pixels + i * channels, colours);
        alpha[i] = (char)pixels[i * channels + colours];
        opaque = opaque && pixels[i * channels + colours] == 0xFF;
    }
    image->bits = 8;
    image->channels = (uint8_t)colours;
    image->bytes = (struct str){colour, count * colours};
    image->alpha = opaque ? STR("") : (struct str){alpha, count};
}

static const char *decode(struct str file, const struct header *header, struct image_data *image,
                          struct arena *arena) {
    unsigned channels = header->colour == GREY || header->colour == (GREY | ALPHA) ? 2 : 4;
    size_t size = (size_t)header->width * header->height * channels;
    if (size > IMAGE_MOST_BYTES)
        return "it is too large to decode";
    struct failure *failure = arena_make(arena, struct failure, 1);
    struct source *source = arena_make(arena, struct source, 1);
    source->file = file;
    unsigned char *pixels = arena_alloc(arena, size);
    png_bytepp rows = arena_make(arena, png_bytep, header->height);
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, failure, fail, be_silent);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info)
        memory_exhausted();
    if (setjmp(failure->back)) {
        png_destroy_read_struct(&png, &info, NULL);
        return failure->text[0] ? failure->text : "it is damaged";
    }
    png_set_read_fn(png, source, read_bytes);
    png_set_user_limits(png, MOST_PIXELS_A_SIDE, MOST_PIXELS_A_SIDE);
    png_read_info(png, info);
    decode_rows(png, info, header, channels, pixels, rows);
    png_destroy_read_struct(&png, &info, NULL);
    split(header, channels, pixels, image, arena);
    return NULL;
}

static bool passes(const struct chunks *chunks) {
    const struct header *header = &chunks->header;
    return !(header->colour & ALPHA) && header->interlace == 0 && chunks->transparency.length == 0;
}

/* Bit depths and palette as the standard has them; libpng checks the rest when it decodes. */
static bool sound_header(const struct chunks *chunks) {
    const struct header *header = &chunks->header;
    struct str palette = chunks->palette;
    switch (header->colour) {
    case GREY:
        return header->bits && header->bits <= 16 && !(header->bits & (header->bits - 1));
    case PALETTE:
        return header->bits && header->bits <= 8 && !(header->bits & (header->bits - 1)) &&
               palette.length && palette.length % 3 == 0 && palette.length <= 768;
    case RGB:
    case GREY | ALPHA:
    case RGB | ALPHA:
        return header->bits == 8 || header->bits == 16;
    default:
        return false;
    }
}

const char *png_read(struct str file, struct image_data *image, struct arena *arena) {
    if (!str_starts(file, STR("\x89PNG\r\n\x1A\n")))
        return "it is not a PNG file";
    struct chunks chunks = {0};
    const char *wrong = read_chunks(file, &chunks);
    if (!wrong && !sound_header(&chunks))
        wrong = "its colours are of an unknown kind";
    if (!wrong) {
        image->width = chunks.header.width;
        image->height = chunks.header.height;
        image->profile = read_profile(chunks.profile, arena);
        wrong = passes(&chunks) ? pass_through(&chunks, image, arena)
                                : decode(file, &chunks.header, image, arena);
    }
    buffer_free(&chunks.data);
    return wrong;
}

const char *png_samples(struct str file, struct image_data *image, struct arena *arena) {
    struct chunks chunks = {0};
    const char *wrong = read_chunks(file, &chunks);
    buffer_free(&chunks.data);
    image->palette = STR("");
    image->filter = NULL;
    return wrong ? wrong : decode(file, &chunks.header, image, arena);
}

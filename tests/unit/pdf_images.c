/* PNG files of every kind made by libpng, and damaged ones; a JPEG cut off. */
#include "base/file.h"
#include "pdf/images.h"
#include "unit/check.h"
#include <png.h>
#include <string.h>

static void append(png_structp png, png_bytep bytes, size_t length) {
    buffer_bytes(png_get_io_ptr(png), bytes, length);
}

static void flush(png_structp png) {
    (void)png;
}

enum { SIDE = 9 };

static struct str make_png(struct buffer *file, int colour, int bits, bool interlaced) {
    file->length = 0;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, file, append, flush);
    png_set_IHDR(png, info, SIDE, SIDE, bits, colour,
                 interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, 0, 0);
    png_color palette[4] = {{0, 0, 0}, {255, 0, 0}, {0, 255, 0}, {9, 9, 9}};
    if (colour == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, 4);
    png_write_info(png, info);
    png_byte row[SIDE * 8] = {0};
    for (int pass = interlaced ? png_set_interlace_handling(png) : 1; pass; pass--)
        for (int y = 0; y < SIDE; y++) {
            row[0] = (png_byte)(colour == PNG_COLOR_TYPE_PALETTE ? 1 : y * 20);
            png_write_row(png, row);
        }
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return buffer_view(file);
}

static void check_kinds(struct arena *arena) {
    static const struct {
        int colour, bits;
        bool interlaced, passes, transparent;
        int channels;
    } kinds[] = {
        {PNG_COLOR_TYPE_GRAY, 8, false, true, false, 1},
        {PNG_COLOR_TYPE_GRAY, 1, false, true, false, 1},
        {PNG_COLOR_TYPE_RGB, 8, false, true, false, 3},
        {PNG_COLOR_TYPE_RGB, 16, false, true, false, 3},
        {PNG_COLOR_TYPE_PALETTE, 2, false, true, false, 1},
        {PNG_COLOR_TYPE_RGB, 8, true, false, false, 3},
        {PNG_COLOR_TYPE_PALETTE, 8, true, false, false, 3},
        {PNG_COLOR_TYPE_RGB_ALPHA, 8, false, false, true, 3},
        {PNG_COLOR_TYPE_GRAY_ALPHA, 16, true, false, true, 1},
    };
    struct buffer file = {0};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct image_data data = {0};
        struct str bytes = make_png(&file, kinds[i].colour, kinds[i].bits, kinds[i].interlaced);
        const char *wrong = png_read(bytes, &data, arena);
        CHECK(!wrong);
        CHECK(data.width == SIDE && data.height == SIDE && data.channels == kinds[i].channels);
        CHECK((data.filter != NULL) == kinds[i].passes);
        CHECK((data.alpha.length == SIDE * SIDE) == kinds[i].transparent);
        if (!kinds[i].passes)
            CHECK(data.bytes.length == (size_t)SIDE * SIDE * data.channels);
    }
    buffer_free(&file);
}

/* Whatever byte is changed or wherever the file ends, it is refused or read, never a crash; a cut
 * is always refused. */
static void check_damage(struct arena *arena) {
    struct buffer file = {0};
    struct str bytes = make_png(&file, PNG_COLOR_TYPE_RGB, 8, false);
    for (size_t length = 0; length < bytes.length; length++) {
        struct image_data data = {0};
        CHECK(png_read(str_part(bytes, 0, length), &data, arena));
    }
    for (size_t at = 8; at < bytes.length - 4; at++) {
        struct image_data data = {0};
        file.at[at] = (char)(file.at[at] ^ 0x5A);
        CHECK(png_read(bytes, &data, arena));
        file.at[at] = (char)(file.at[at] ^ 0x5A);
    }
    buffer_free(&file);
}

static void check_jpeg(struct arena *arena) {
    struct diag *diag = diag_new(arena);
    struct mapping mapping;
    CHECK(
        mapping_open(&mapping, SOURCE_FOLDER "/data/pictures/facade.jpg", (struct span){0}, diag));
    struct image_data data = {0};
    CHECK(!jpeg_read(mapping.bytes, &data, arena));
    CHECK(data.channels == 3 && data.bits == 8 && data.width && data.height);
    CHECK(str_equal(data.bytes, mapping.bytes));
    for (size_t length = 0; length < 2000; length++)
        CHECK(jpeg_read(str_part(mapping.bytes, 0, length), &data, arena));
    mapping_close(&mapping);
}

int main(void) {
    struct arena *arena = arena_new();
    check_kinds(arena);
    check_damage(arena);
    check_jpeg(arena);
    arena_free(arena);
    return check_end();
}

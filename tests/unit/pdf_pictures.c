/* Pictures in finished files, read back: JPEG and PNG that pass through byte by byte, profiles,
 * masks, inverted inks, EXIF orientation, one object for one picture. */
#include "pdf/images.h"
#include "pdf/reader.h"
#include "unit/check.h"
#include "unit/pdf_support.h"
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <jpeglib.h>
#include <lcms2.h>

#define PT(points) SP_OF_PT(points)
#define PROFILES SOURCE_FOLDER "/data/profiles/"
enum { SIDE = 64 };

/* ---- files ---- */

struct kind {
    J_COLOR_SPACE from, to;
    struct str profile;
    bool bare;         /* without the markers of JFIF and Adobe */
    int orientation;   /* 0: no EXIF */
    const char *pixel; /* four samples; NULL: 200 each */
};

/* One entry of a directory, big-endian: tag 0x0112, type 3, count 1 (EXIF 2.3, 4.6.4). */
static void write_exif(struct jpeg_compress_struct *jpeg, int orientation) {
    unsigned char body[] = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    body[6 + 8 + 2 + 9] = (unsigned char)orientation;
    jpeg_write_marker(jpeg, JPEG_APP0 + 1, body, sizeof body - 1);
}

static struct str make_jpeg(struct arena *arena, const struct kind *kind) {
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct jpeg = {.err = jpeg_std_error(&errors)};
    unsigned char *bytes = NULL;
    unsigned long length = 0;
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &length);
    jpeg.image_width = SIDE;
    jpeg.image_height = SIDE;
    jpeg.input_components = kind->from == JCS_GRAYSCALE ? 1 : kind->from == JCS_CMYK ? 4 : 3;
    jpeg.in_color_space = kind->from;
    jpeg_set_defaults(&jpeg);
    jpeg_set_colorspace(&jpeg, kind->to);
    if (kind->bare)
        jpeg.write_JFIF_header = jpeg.write_Adobe_marker = FALSE;
    jpeg_start_compress(&jpeg, TRUE);
    if (kind->orientation)
        write_exif(&jpeg, kind->orientation);
    if (kind->profile.length)
        jpeg_write_icc_profile(&jpeg, (const JOCTET *)kind->profile.at,
                               (unsigned)kind->profile.length);
    unsigned char row[SIDE * 4];
    memset(row, 200, sizeof row);
    for (size_t i = 0; kind->pixel && i < sizeof row; i++)
        row[i] = (unsigned char)kind->pixel[i % 4];
    for (int y = 0; y < SIDE; y++)
        jpeg_write_scanlines(&jpeg, (JSAMPROW[]){row}, 1);
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    struct str file = str_copy(arena, (struct str){(const char *)bytes, length});
    free(bytes);
    return file;
}

static void append(png_structp png, png_bytep bytes, size_t length) {
    buffer_bytes(png_get_io_ptr(png), bytes, length);
}

static void flush(png_structp png) {
    (void)png;
}

/* Red all over, half transparent where there is alpha. */
static struct str make_png(struct arena *arena, int colour, bool interlaced) {
    struct buffer file = {0};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &file, append, flush);
    png_set_IHDR(png, info, SIDE, SIDE, 8, colour,
                 interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, 0, 0);
    png_write_info(png, info);
    size_t channels = colour & PNG_COLOR_MASK_ALPHA ? 4 : 3;
    png_byte row[SIDE * 4] = {0};
    for (size_t x = 0; x < SIDE; x++) {
        row[x * channels] = 255;
        if (channels == 4)
            row[x * channels + 3] = 128;
    }
    for (int pass = interlaced ? png_set_interlace_handling(png) : 1; pass; pass--)
        for (int y = 0; y < SIDE; y++)
            png_write_row(png, row);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    struct str copy = str_copy(arena, buffer_view(&file));
    buffer_free(&file);
    return copy;
}

/* What stands in the only IDAT chunk of a small file. */
static struct str png_data(struct str file) {
    size_t at = str_find(file, STR("IDAT"));
    const unsigned char *size = (const unsigned char *)file.at + at - 4;
    return str_part(file, at + 4, (size_t)size[2] << 8 | size[3]);
}

/* ---- documents ---- */

struct bench {
    struct sheet_builder builder;
    struct press_options press;
    bool for_press;
    char folder[64];
    int files;
    struct reader *reader;
    const struct value *page;
};

static struct bench *bench_new(struct arena *arena, struct fonts *fonts, const char *folder) {
    struct bench *bench = arena_make(arena, struct bench, 1);
    bench->builder = (struct sheet_builder){.arena = arena, .fonts = fonts};
    bench->press =
        (struct press_options){.profile = PROFILES "FOGRA39L_coated.icc", .ink_limit = 400};
    snprintf(bench->folder, sizeof bench->folder, "%s", folder);
    add_text(&bench->builder, 0, "PT Serif", "Text", PT(40), PT(40), PT(10));
    return bench;
}

static const char *write_file(struct bench *bench, struct str bytes) {
    const char *path = str_print(bench->builder.arena, "%s/%d", bench->folder, bench->files++).at;
    FILE *file = fopen(path, "wb");
    CHECK(file && fwrite(bytes.at, 1, bytes.length, file) == bytes.length && fclose(file) == 0);
    return path;
}

static void show(struct bench *bench, const char *path) {
    struct arena *arena = bench->builder.arena;
    struct picture *picture = arena_make(arena, struct picture, 1);
    CHECK(picture_open(picture, path, (struct span){"a.yaml", 1, 1}, diag_new(arena)));
    struct item *item = array_add(&bench->builder.items, arena);
    *item = (struct item){.kind = ITEM_PICTURE, .x = PT(100), .y = PT(200)};
    item->picture.picture = picture;
    item->picture.width = PT(20);
    item->picture.height = PT(10);
}

static void show_bytes(struct bench *bench, struct str bytes) {
    show(bench, write_file(bench, bytes));
}

/* Writes the page and reads it back; how many warnings there were, -1 after a fault. */
static int finish(struct bench *bench) {
    struct arena *arena = bench->builder.arena;
    struct page page = {.width = PT(400),
                        .height = PT(600),
                        .items = bench->builder.items.at,
                        .item_count = bench->builder.items.count,
                        .label = STR("1")};
    struct pages pages = {.at = &page, .count = 1, .meta = {.title = STR("Pictures")}};
    struct pdf_options options = {.producer = STR("attache test"),
                                  .created = -1,
                                  .screen_profile = PROFILES "sRGB.icc",
                                  .press = bench->for_press ? &bench->press : NULL,
                                  .jobs = 1};
    struct diag *diag = diag_new(arena);
    const char *path = str_print(arena, "%s/pdf", bench->folder).at, *wrong;
    struct file_output *output = file_output_open(arena, path, diag);
    if (!output || !pdf_write(&pages, &options, output, diag) ||
        !file_output_finish(output, diag)) {
        diag_print(diag, stderr);
        return -1;
    }
    bench->reader = reader_new(read_all(arena, path), arena, &wrong);
    if (!bench->reader)
        return -1;
    const struct value *root = reader_get(bench->reader, reader_trailer(bench->reader), "Root");
    bench->page = reader_get(bench->reader, root, "Pages");
    for (const struct value *kids;
         (kids = reader_get(bench->reader, bench->page, "Kids"))->kind == VALUE_ARRAY;)
        bench->page = reader_resolve(bench->reader, &kids->items[0]);
    return (int)diag_warnings(diag);
}

static const struct value *get(const struct bench *bench, const struct value *from,
                               const char *key) {
    return reader_get(bench->reader, from, key);
}

static const struct value *image(const struct bench *bench, int index) {
    char name[8];
    snprintf(name, sizeof name, "I%d", index);
    const struct value *resources = get(bench, bench->page, "Resources");
    return get(bench, get(bench, resources, "XObject"), name);
}

/* The name of the colour space, or of its family. */
static struct str space(const struct bench *bench, int index) {
    const struct value *value = get(bench, image(bench, index), "ColorSpace");
    return value->kind == VALUE_ARRAY ? value->items->text : value->text;
}

static bool has_profile(const struct bench *bench, int index, struct str profile) {
    const struct value *value = get(bench, image(bench, index), "ColorSpace");
    if (value->kind != VALUE_ARRAY || value->count != 2)
        return false;
    bool decoded = false;
    const struct value *stream = reader_resolve(bench->reader, &value->items[1]);
    struct str found = reader_stream(bench->reader, stream, bench->builder.arena, &decoded);
    return decoded && str_equal(found, profile);
}

/* ---- checks ---- */

static void check_jpeg(struct bench *bench) {
    struct arena *arena = bench->builder.arena;
    struct str rgb = read_all(arena, PROFILES "sRGB.icc");
    struct str inks = read_all(arena, PROFILES "FOGRA39L_coated.icc");
    CHECK(inks.length > 65536); /* it comes in parts */
    const struct kind kinds[] = {
        {.from = JCS_GRAYSCALE, .to = JCS_GRAYSCALE},
        {.from = JCS_RGB, .to = JCS_YCbCr},
        {.from = JCS_RGB, .to = JCS_RGB},
        {.from = JCS_RGB, .to = JCS_RGB, .bare = true},
        {.from = JCS_CMYK, .to = JCS_CMYK},
        {.from = JCS_CMYK, .to = JCS_YCCK},
        {.from = JCS_CMYK, .to = JCS_CMYK, .bare = true},
        {.from = JCS_RGB, .to = JCS_YCbCr, .profile = rgb},
        {.from = JCS_CMYK, .to = JCS_CMYK, .profile = inks},
    };
    enum { KINDS = sizeof kinds / sizeof *kinds };
    static const char *const spaces[KINDS] = {"DeviceGray", "DeviceRGB",  "DeviceRGB",
                                              "DeviceRGB",  "DeviceCMYK", "DeviceCMYK",
                                              "DeviceCMYK", "ICCBased",   "ICCBased"};
    struct str files[KINDS];
    for (int i = 0; i < KINDS; i++)
        show_bytes(bench, files[i] = make_jpeg(arena, &kinds[i]));
    CHECK(finish(bench) == 3); /* inks without a profile say nothing on a screen */
    for (int i = 0; i < KINDS; i++) {
        const struct value *found = image(bench, i);
        CHECK(str_equal(found->stream, files[i]));
        CHECK(value_is(get(bench, found, "Filter"), "DCTDecode"));
        CHECK(str_equal(space(bench, i), str_from(spaces[i])));
        bool inverted = kinds[i].from == JCS_CMYK && !kinds[i].bare;
        const struct value *decode = get(bench, found, "Decode");
        CHECK((decode->kind == VALUE_ARRAY) == inverted);
        CHECK(!inverted || (decode->items[0].number == 1 && decode->items[1].number == 0));
        const struct value *parameters = get(bench, found, "DecodeParms");
        CHECK((get(bench, parameters, "ColorTransform")->kind == VALUE_NUMBER) == (i == 3));
    }
    CHECK(has_profile(bench, 7, rgb) && has_profile(bench, 8, inks));
}

static void check_png(struct bench *bench) {
    struct arena *arena = bench->builder.arena;
    struct str plain = make_png(arena, PNG_COLOR_TYPE_RGB, false);
    show_bytes(bench, plain);
    show_bytes(bench, make_png(arena, PNG_COLOR_TYPE_RGB, true));
    show_bytes(bench, make_png(arena, PNG_COLOR_TYPE_RGB_ALPHA, false));
    CHECK(finish(bench) == 0);
    CHECK(str_equal(image(bench, 0)->stream, png_data(plain)));
    const struct value *parameters = get(bench, image(bench, 0), "DecodeParms");
    CHECK(get(bench, parameters, "Predictor")->number == 15);
    CHECK(get(bench, image(bench, 1), "DecodeParms")->kind == VALUE_NULL);
    CHECK(get(bench, image(bench, 1), "SMask")->kind == VALUE_NULL);
    bool decoded = false;
    const struct value *mask = get(bench, image(bench, 2), "SMask");
    struct str alpha = reader_stream(bench->reader, mask, arena, &decoded);
    CHECK(decoded && alpha.length == SIDE * SIDE && (unsigned char)alpha.at[77] == 128);
    struct str samples = reader_stream(bench->reader, image(bench, 2), arena, &decoded);
    CHECK(decoded && samples.length == 3 * SIDE * SIDE && (unsigned char)samples.at[0] == 255);
}

/* Half transparent red is pink on paper: about half the magenta and yellow, no mask, and a word to
 * whoever gave it. */
static void check_flattened(struct bench *bench) {
    struct arena *arena = bench->builder.arena;
    bench->for_press = true;
    show_bytes(bench, make_png(arena, PNG_COLOR_TYPE_RGB_ALPHA, false));
    CHECK(finish(bench) == 1);
    CHECK(get(bench, image(bench, 0), "SMask")->kind == VALUE_NULL);
    CHECK(str_equal(space(bench, 0), STR("DeviceCMYK")));
    bool decoded = false;
    struct str inks = reader_stream(bench->reader, image(bench, 0), arena, &decoded);
    CHECK(decoded && inks.length == 4 * SIDE * SIDE);
    const unsigned char *pixel = (const unsigned char *)inks.at;
    CHECK(decoded && pixel[0] < 40 && pixel[1] > 90 && pixel[1] < 190 && pixel[2] < 160);
}

/* Kept: what has a profile of its own, transparent or not. Converted: what has none. Inks by the
 * profile of the press are those of the press. */
static void check_kept(struct bench *bench) {
    struct arena *arena = bench->builder.arena;
    struct str rgb = read_all(arena, PROFILES "sRGB.icc");
    struct kind own = {.from = JCS_RGB, .to = JCS_YCbCr, .profile = rgb};
    struct kind none = {.from = JCS_RGB, .to = JCS_YCbCr};
    struct kind press = {.from = JCS_CMYK,
                         .to = JCS_CMYK,
                         .profile = read_all(arena, PROFILES "FOGRA39L_coated.icc")};
    bench->for_press = bench->press.keep_pictures = true;
    struct str file = make_jpeg(arena, &own);
    show_bytes(bench, file);
    show_bytes(bench, make_jpeg(arena, &none));
    show_bytes(bench, make_jpeg(arena, &press));
    CHECK(finish(bench) == 1);
    CHECK(str_equal(image(bench, 0)->stream, file) && has_profile(bench, 0, rgb));
    CHECK(str_equal(space(bench, 1), STR("DeviceCMYK")));
    CHECK(str_equal(space(bench, 2), STR("DeviceCMYK")));
}

/* A press that has but neutral inks: each of the three takes a third of the light. */
static cmsInt32Number neutral(const cmsUInt16Number inks[], cmsUInt16Number lab[], void *context) {
    (void)context;
    double paper = 1 - (inks[0] + inks[1] + inks[2]) / (3 * 65535.0);
    cmsCIELab colour = {.L = 100 * paper * (1 - inks[3] / 65535.0)};
    cmsFloat2LabEncoded(lab, &colour);
    return TRUE;
}

static struct str make_profile(struct arena *arena) {
    cmsHPROFILE profile = cmsCreateProfilePlaceholder(NULL);
    cmsSetProfileVersion(profile, 4.0);
    cmsSetDeviceClass(profile, cmsSigOutputClass);
    cmsSetColorSpace(profile, cmsSigCmykData);
    cmsSetPCS(profile, cmsSigLabData);
    cmsPipeline *pipeline = cmsPipelineAlloc(NULL, 4, 3);
    cmsStage *table = cmsStageAllocCLut16bit(NULL, 5, 4, 3, NULL);
    CHECK(cmsStageSampleCLut16bit(table, neutral, NULL, 0));
    /* Curves on both sides, as the type of the tag wants them (ICC.1:2010, 10.10). */
    cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(NULL, 4, NULL));
    cmsPipelineInsertStage(pipeline, cmsAT_END, table);
    cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(NULL, 3, NULL));
    CHECK(cmsWriteTag(profile, cmsSigAToB0Tag, pipeline));
    cmsPipelineFree(pipeline);
    cmsUInt32Number length = 0;
    CHECK(cmsSaveProfileToMem(profile, NULL, &length));
    char *bytes = arena_alloc(arena, length);
    CHECK(cmsSaveProfileToMem(profile, bytes, &length));
    cmsCloseProfile(profile);
    return (struct str){bytes, length};
}

/* The second pixel of the picture in inks. */
static const unsigned char *inks_of(const struct bench *bench, int index) {
    bool decoded = false;
    struct str inks =
        reader_stream(bench->reader, image(bench, index), bench->builder.arena, &decoded);
    CHECK(decoded && inks.length == 4 * SIDE * SIDE);
    return (const unsigned char *)inks.at + 4;
}

/* Inks of another press: cyan that is neutral there is mixed here, black alone stays black alone.
 * Where pictures are kept, they pass with their profile. */
static void check_other_press(struct bench *bench, bool keep) {
    struct arena *arena = bench->builder.arena;
    struct kind cyan = {.from = JCS_CMYK, .to = JCS_CMYK, .pixel = "\x37\xFF\xFF\xFF"};
    struct kind black = {.from = JCS_CMYK, .to = JCS_CMYK, .pixel = "\xFF\xFF\xFF\x64"};
    struct str profile = cyan.profile = black.profile = make_profile(arena);
    struct str file = make_jpeg(arena, &cyan);
    bench->for_press = true;
    bench->press.keep_pictures = keep;
    show_bytes(bench, file);
    show_bytes(bench, make_jpeg(arena, &black));
    CHECK(finish(bench) == 0);
    CHECK(get(bench, image(bench, 0), "Decode")->kind == (keep ? VALUE_ARRAY : VALUE_NULL));
    if (keep) {
        CHECK(str_equal(image(bench, 0)->stream, file) && has_profile(bench, 0, profile));
        CHECK(has_profile(bench, 1, profile));
        return;
    }
    CHECK(str_equal(space(bench, 0), STR("DeviceCMYK")));
    const unsigned char *mixed = inks_of(bench, 0), *alone = inks_of(bench, 1);
    CHECK(mixed[0] < 150 && mixed[1] > 30 && mixed[2] > 30);
    CHECK(alone[0] + alone[1] + alone[2] == 0 && alone[3] > 80);
}

static size_t reference(const struct bench *bench, const char *name) {
    const struct value *resources = get(bench, bench->page, "Resources");
    return value_reference(value_entry(get(bench, resources, "XObject"), name));
}

static void check_same(struct bench *bench) {
    struct kind kind = {.from = JCS_RGB, .to = JCS_YCbCr};
    struct str bytes = make_jpeg(bench->builder.arena, &kind);
    const char *path = write_file(bench, bytes);
    show(bench, path);
    show(bench, path);
    show_bytes(bench, bytes);
    CHECK(finish(bench) == 0);
    const struct value *resources = get(bench, bench->page, "Resources");
    CHECK(get(bench, resources, "XObject")->count == 4); /* two names and what they lead to */
    CHECK(reference(bench, "I0") && reference(bench, "I0") == reference(bench, "I1"));
}

/* Where the first row and the first column of the pixels are seen (EXIF 2.3, 4.6.4, tag 274), as
 * the corner of the first pixel and the direction of a row, from the upper left corner on. */
static const struct {
    double corner[2], row[2];
} seen[9] = {
    [1] = {{0, 0}, {1, 0}},  [2] = {{1, 0}, {-1, 0}}, [3] = {{1, 1}, {-1, 0}},
    [4] = {{0, 1}, {1, 0}},  [5] = {{0, 0}, {0, 1}},  [6] = {{1, 0}, {0, 1}},
    [7] = {{1, 1}, {0, -1}}, [8] = {{0, 1}, {0, -1}},
};

/* The matrix before the image operator; in the unit square the first pixel is at 0, 1 and a row
 * runs to the right. The place is 20 pt wide and 10 pt high, 100 pt from the left, 200 pt down. */
static void check_orientation(struct bench *bench, int orientation) {
    struct kind kind = {.from = JCS_RGB, .to = JCS_YCbCr, .orientation = orientation};
    show_bytes(bench, make_jpeg(bench->builder.arena, &kind));
    CHECK(finish(bench) == 0);
    bool decoded = false;
    struct str content = reader_stream(bench->reader, get(bench, bench->page, "Contents"),
                                       bench->builder.arena, &decoded);
    size_t at = str_find(content, STR("q "));
    double m[6] = {0};
    CHECK(decoded && at != SIZE_MAX);
    CHECK(sscanf(content.at + at, "q %lf %lf %lf %lf %lf %lf", &m[0], &m[1], &m[2], &m[3], &m[4],
                 &m[5]) == 6);
    double x = 100 + seen[orientation].corner[0] * 20, y = 400 - seen[orientation].corner[1] * 10;
    CHECK(m[2] + m[4] == x && m[3] + m[5] == y);
    CHECK(m[0] == seen[orientation].row[0] * 20 && m[1] == seen[orientation].row[1] * -10);
}

int main(void) {
    static void (*const checks[])(struct bench *) = {check_jpeg, check_png, check_flattened,
                                                     check_kept, check_same};
    struct arena *arena = arena_new();
    struct fonts *fonts = support_fonts(arena, diag_new(arena));
    char folder[] = "/tmp/unit_pdf_pictures.XXXXXX";
    if (!mkdtemp(folder))
        return EXIT_FAILURE;
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        checks[i](bench_new(arena, fonts, folder));
    check_other_press(bench_new(arena, fonts, folder), false);
    check_other_press(bench_new(arena, fonts, folder), true);
    for (int i = 1; i <= 8; i++)
        check_orientation(bench_new(arena, fonts, folder), i);
    for (int i = 0; i < 16; i++)
        unlink(str_print(arena, "%s/%d", folder, i).at);
    unlink(str_print(arena, "%s/pdf", folder).at);
    CHECK(rmdir(folder) == 0);
    fonts_free(fonts);
    arena_free(arena);
    return check_end();
}

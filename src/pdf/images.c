#include "pdf/images.h"
#include "base/array.h"
#include "pdf/convert.h"
#include "pdf/map.h"
#include "pdf/number.h"
#include <string.h>

struct image {
    const struct picture *picture;
    uint32_t number;
    bool transparent;
};

struct images {
    struct arena *arena;
    ARRAY(struct image) list;
    struct map by_path;
    struct map profiles; /* hash of an ICC profile -> object number */
};

struct images *images_new(struct arena *arena) {
    struct images *images = arena_make(arena, struct images, 1);
    images->arena = arena;
    return images;
}

/* The key under which the path is or will be: the next one when another path has its hash. */
static uint64_t key_of(const struct images *images, const struct picture *picture,
                       uint32_t *index) {
    uint64_t key = str_hash(str_from(picture->path));
    while ((*index = map_find(&images->by_path, key)) != UINT32_MAX &&
           strcmp(images->list.at[*index].picture->path, picture->path) != 0)
        key++;
    return key;
}

void images_collect(struct images *images, const struct picture *picture) {
    uint32_t index;
    uint64_t key = key_of(images, picture, &index);
    if (index != UINT32_MAX)
        return;
    map_add(&images->by_path, images->arena, key, (uint32_t)images->list.count);
    array_push(&images->list, images->arena, (struct image){.picture = picture});
}

uint32_t images_find(const struct images *images, const struct picture *picture) {
    uint32_t index;
    key_of(images, picture, &index);
    return index;
}

size_t images_count(const struct images *images) {
    return images->list.count;
}

uint32_t images_number(const struct images *images, uint32_t index) {
    return images->list.at[index].number;
}

bool images_transparent(const struct images *images, uint32_t index) {
    return images->list.at[index].transparent;
}

/* Whether the header (ICC.1:2010, 7.2) fits the picture and what PDF/A-2 allows (ISO 19005-2,
 * 6.2.4.2). */
static bool usable_profile(struct str profile, uint8_t channels) {
    if (profile.length < 128 || !str_equal(str_part(profile, 36, 4), STR("acsp")))
        return false;
    static const char *const spaces[] = {[1] = "GRAY", [3] = "RGB ", [4] = "CMYK"};
    struct str kind = str_part(profile, 12, 4);
    bool input = str_equal(kind, STR("scnr")) || str_equal(kind, STR("mntr")) ||
                 str_equal(kind, STR("prtr")) || str_equal(kind, STR("spac"));
    return input && profile.at[8] <= 4 &&
           str_equal(str_part(profile, 16, 4), str_from(spaces[channels]));
}

/* Pictures of one camera share a profile; it is written once. */
static uint32_t profile_number(struct images *images, struct writer *writer, struct str profile,
                               unsigned channels) {
    uint64_t key = str_hash(profile);
    uint32_t number = map_find(&images->profiles, key);
    if (number != UINT32_MAX)
        return number;
    number = writer_reserve(writer, 1);
    writer_put_deflated(writer, number, str_print(images->arena, "/N %u", channels), profile);
    map_add(&images->profiles, images->arena, key, number);
    return number;
}

static void put_colour_space(struct images *images, struct writer *writer,
                             const struct image_data *data, struct buffer *dict) {
    static const char *const device[] = {
        [1] = "/DeviceGray", [3] = "/DeviceRGB", [4] = "/DeviceCMYK"};
    uint8_t channels = data->palette.length ? 3 : data->channels;
    buffer_text(dict, "/ColorSpace");
    if (data->palette.length)
        buffer_text(dict, "[/Indexed");
    if (usable_profile(data->profile, channels))
        buffer_print(dict, "[/ICCBased %u 0 R]",
                     (unsigned)profile_number(images, writer, data->profile, channels));
    else
        buffer_text(dict, device[channels]);
    if (data->palette.length == 0)
        return;
    buffer_print(dict, " %zu<", data->palette.length / 3 - 1);
    for (size_t i = 0; i < data->palette.length; i++)
        buffer_print(dict, "%02X", (unsigned)(unsigned char)data->palette.at[i]);
    buffer_text(dict, ">]");
}

static void put_size(const struct image_data *data, struct buffer *dict) {
    buffer_print(dict, "/Type/XObject/Subtype/Image/Width %u/Height %u", (unsigned)data->width,
                 (unsigned)data->height);
}

static uint32_t write_alpha(struct writer *writer, const struct image_data *data) {
    struct buffer dict = {0};
    put_size(data, &dict);
    buffer_text(&dict, "/BitsPerComponent 8/ColorSpace/DeviceGray");
    uint32_t number = writer_reserve(writer, 1);
    writer_put_deflated(writer, number, buffer_view(&dict), data->alpha);
    buffer_free(&dict);
    return number;
}

static void write_data(struct images *images, struct image *image, const struct image_data *data,
                       struct writer *writer) {
    struct buffer dict = {0};
    put_size(data, &dict);
    buffer_print(&dict, "/BitsPerComponent %u", (unsigned)data->bits);
    put_colour_space(images, writer, data, &dict);
    if (data->inverted)
        buffer_text(&dict, "/Decode[1 0 1 0 1 0 1 0]");
    image->transparent = data->alpha.length > 0;
    if (image->transparent)
        buffer_print(&dict, "/SMask %u 0 R", (unsigned)write_alpha(writer, data));
    image->number = writer_reserve(writer, 1);
    if (data->filter) {
        buffer_text(&dict, data->filter);
        writer_put_stream(writer, image->number, buffer_view(&dict), data->bytes);
    } else {
        writer_put_deflated(writer, image->number, buffer_view(&dict), data->bytes);
    }
    writer_identify(writer, data->bytes);
    buffer_free(&dict);
}

/* Colours of a press without a profile mean nothing on a screen. */
static void warn_of_cmyk(const struct image *image, const struct image_data *data,
                         struct diag *diag) {
    if (data->channels == 4 && !usable_profile(data->profile, 4))
        diag_warn(diag, image->picture->span, "save it as RGB, or with its CMYK profile",
                  "%s has CMYK colours without a profile", image->picture->path);
}

/* What a press needs of a picture's samples; grey without alpha and palette passes as it is. */
static const char *convert(struct conversion *conversion, const struct picture *picture,
                           struct str file, struct image_data *data,
                           const struct document *document, struct arena *arena) {
    if (data->channels == 1 && data->palette.length == 0 && data->alpha.length == 0)
        return NULL;
    if (data->profile.length &&
        !usable_profile(data->profile, data->palette.length ? 3 : data->channels))
        data->profile = STR("");
    struct image_data samples = *data;
    const char *wrong = picture->format == PICTURE_PNG ? png_samples(file, &samples, arena)
                                                       : jpeg_samples(file, &samples, arena);
    unsigned ink = 0;
    if (!wrong)
        wrong = conversion_picture(conversion, &samples, MOST_INK, &ink, arena);
    if (wrong)
        return wrong;
    if (ink > MOST_INK)
        diag_fault(document->diag, picture->span, "separate it again with a lower limit of ink",
                   "%s has up to %u %% of ink; a press takes %d %%", picture->path, ink, MOST_INK);
    if (data->channels != 4) /* what came as inks passes as it is */
        *data = samples;
    return NULL;
}

static const char *read_picture(const struct picture *picture, struct str file,
                                struct image_data *data, struct arena *arena) {
    return picture->format == PICTURE_PNG ? png_read(file, data, arena)
                                          : jpeg_read(file, data, arena);
}

static bool write_image(struct images *images, struct image *image, const struct document *document,
                        struct conversion *conversion) {
    const struct picture *picture = image->picture;
    struct mapping mapping;
    if (!mapping_open(&mapping, picture->path, picture->span, document->diag))
        return false;
    struct arena *scratch = arena_new();
    struct image_data data = {0};
    const char *wrong = read_picture(picture, mapping.bytes, &data, scratch);
    if (!wrong && conversion)
        wrong = convert(conversion, picture, mapping.bytes, &data, document, scratch);
    if (wrong) {
        diag_fault(document->diag, picture->span, "save the picture again as PNG or JPEG",
                   "cannot use %s: %s", picture->path, wrong);
    } else {
        if (!conversion)
            warn_of_cmyk(image, &data, document->diag);
        write_data(images, image, &data, document->writer);
    }
    arena_free(scratch);
    mapping_close(&mapping);
    return !wrong;
}

static bool write_all(struct images *images, const struct document *document,
                      struct conversion *conversion) {
    bool written = true;
    for (size_t i = 0; i < images->list.count; i++)
        written = write_image(images, &images->list.at[i], document, conversion) && written;
    return written;
}

static bool write_for_press(struct images *images, const struct document *document) {
    const struct pdf_options *options = document->options;
    struct mapping screen, press;
    struct span none = {0};
    if (!options->screen_profile || images->list.count == 0)
        return images->list.count == 0;
    if (!mapping_open(&screen, options->screen_profile, none, document->diag))
        return false;
    bool written = mapping_open(&press, options->press_profile, none, document->diag);
    if (written) {
        struct conversion *conversion = conversion_new(screen.bytes, press.bytes);
        written = write_all(images, document, conversion);
        conversion_free(conversion);
        mapping_close(&press);
    }
    mapping_close(&screen);
    return written;
}

bool images_write(struct images *images, const struct document *document) {
    return for_press(document) ? write_for_press(images, document)
                               : write_all(images, document, NULL);
}

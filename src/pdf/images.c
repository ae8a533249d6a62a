#include "pdf/images.h"
#include "base/array.h"
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

static bool write_image(struct images *images, struct image *image,
                        const struct document *document) {
    const struct picture *picture = image->picture;
    struct mapping mapping;
    if (!mapping_open(&mapping, picture->path, picture->span, document->diag))
        return false;
    struct arena *scratch = arena_new();
    struct image_data data = {0};
    const char *wrong = picture->format == PICTURE_PNG ? png_read(mapping.bytes, &data, scratch)
                                                       : jpeg_read(mapping.bytes, &data, scratch);
    if (wrong) {
        diag_fault(document->diag, picture->span, "save the picture again as PNG or JPEG",
                   "cannot use %s: %s", picture->path, wrong);
    } else {
        warn_of_cmyk(image, &data, document->diag);
        write_data(images, image, &data, document->writer);
    }
    arena_free(scratch);
    mapping_close(&mapping);
    return !wrong;
}

bool images_write(struct images *images, const struct document *document) {
    bool written = true;
    for (size_t i = 0; i < images->list.count; i++)
        written = write_image(images, &images->list.at[i], document) && written;
    return written;
}

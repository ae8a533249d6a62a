#include "pdf/convert.h"
#include <lcms2.h>
#include <stdlib.h>
#include <string.h>

enum { INKS = 4, PIXELS_A_PART = 1 << 20 };

struct conversion {
    cmsContext context;
    cmsHPROFILE press;
    struct str screen;
};

struct conversion *conversion_new(struct str screen, struct str press) {
    struct conversion *conversion = calloc(1, sizeof *conversion);
    if (!conversion)
        memory_exhausted();
    conversion->context = cmsCreateContext(NULL, NULL);
    if (!conversion->context)
        memory_exhausted();
    conversion->screen = screen;
    conversion->press =
        cmsOpenProfileFromMemTHR(conversion->context, press.at, (cmsUInt32Number)press.length);
    return conversion;
}

void conversion_free(struct conversion *conversion) {
    if (!conversion)
        return;
    if (conversion->press)
        cmsCloseProfile(conversion->press);
    cmsDeleteContext(conversion->context);
    free(conversion);
}

void picture_flatten(struct image_data *image, struct arena *arena) {
    if (image->alpha.length == 0)
        return;
    size_t channels = image->channels;
    struct str flat = str_copy(arena, image->bytes);
    unsigned char *bytes = (unsigned char *)(uintptr_t)flat.at;
    for (size_t i = 0; i < image->alpha.length; i++) {
        unsigned alpha = (unsigned char)image->alpha.at[i];
        for (size_t c = 0; c < channels; c++) {
            unsigned value = bytes[i * channels + c];
            bytes[i * channels + c] =
                (unsigned char)((value * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    image->bytes = flat;
    image->alpha = STR("");
}

static unsigned ink_of(const unsigned char *pixel) {
    return (unsigned)pixel[0] + pixel[1] + pixel[2] + pixel[3];
}

/* Black carries the drawing: what is over the limit comes off the three colours alike. */
static void limit_ink(unsigned char *pixels, size_t count, unsigned most) {
    unsigned limit = most * 255 / 100;
    for (size_t i = 0; i < count; i++, pixels += INKS) {
        unsigned ink = ink_of(pixels), colours = ink - pixels[3];
        if (ink <= limit)
            continue;
        unsigned left = limit - pixels[3];
        for (int c = 0; c < 3; c++)
            pixels[c] = (unsigned char)(pixels[c] * left / colours);
    }
}

/* What was black alone stays so when inks become those of another press. */
static cmsHTRANSFORM transform_new(struct conversion *conversion, struct str profile,
                                   bool from_inks) {
    cmsHPROFILE source =
        cmsOpenProfileFromMemTHR(conversion->context, profile.at, (cmsUInt32Number)profile.length);
    if (!source)
        return NULL;
    cmsHTRANSFORM transform = cmsCreateTransformTHR(
        conversion->context, source, from_inks ? TYPE_CMYK_8 : TYPE_RGB_8, conversion->press,
        TYPE_CMYK_8,
        from_inks ? INTENT_PRESERVE_K_ONLY_RELATIVE_COLORIMETRIC : INTENT_RELATIVE_COLORIMETRIC,
        cmsFLAGS_BLACKPOINTCOMPENSATION);
    cmsCloseProfile(source);
    return transform;
}

static const char *to_inks(struct conversion *conversion, struct image_data *image, unsigned most,
                           struct arena *arena) {
    if (!conversion->press)
        return "the profile of the press cannot be read";
    struct str profile = image->profile.length ? image->profile : conversion->screen;
    size_t channels = image->channels;
    cmsHTRANSFORM transform = transform_new(conversion, profile, channels == INKS);
    if (!transform)
        return "there is no way from its colours to those of the press";
    size_t count = (size_t)image->width * image->height;
    unsigned char *inks = arena_alloc(arena, count * INKS);
    for (size_t at = 0; at < count; at += PIXELS_A_PART) {
        size_t part = count - at < PIXELS_A_PART ? count - at : PIXELS_A_PART;
        cmsDoTransform(transform, image->bytes.at + at * channels, inks + at * INKS,
                       (cmsUInt32Number)part);
    }
    cmsDeleteTransform(transform);
    limit_ink(inks, count, most);
    image->bytes = (struct str){(const char *)inks, count * INKS};
    image->channels = INKS;
    image->profile = STR("");
    return NULL;
}

static unsigned most_ink(const struct image_data *image) {
    const unsigned char *pixels = (const unsigned char *)image->bytes.at;
    unsigned most = 0;
    for (size_t i = 0; i + INKS <= image->bytes.length; i += INKS)
        if (ink_of(pixels + i) > most)
            most = ink_of(pixels + i);
    return most * 100 / 255;
}

const char *conversion_picture(struct conversion *conversion, struct image_data *image,
                               unsigned most, unsigned *ink, struct arena *arena) {
    picture_flatten(image, arena);
    bool converted = image->channels == 3 || (image->channels == INKS && image->profile.length);
    const char *wrong = converted ? to_inks(conversion, image, most, arena) : NULL;
    *ink = image->channels == INKS ? most_ink(image) : 0;
    return wrong;
}

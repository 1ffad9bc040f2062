namespace GraphQLTokens.Service.Hosting;

/// <summary>
/// The page registers <c>service-worker.js</c>. Its own one answers from a cache first, so after an upgrade of this service people would see
/// the old page and its old policy. This one, at the same address, empties such caches and takes itself away; it also heals browsers that
/// another server on the same origin left one in.
/// </summary>
internal static class PlaygroundServiceWorker
{
    public const string Path = "/service-worker.js";

    public static ReadOnlySpan<byte> Script => """
        self.addEventListener("install", () => self.skipWaiting());
        self.addEventListener("activate", (event) => event.waitUntil((async () => {
          for (const name of await caches.keys()) await caches.delete(name);
          await self.registration.unregister();
        })()));

        """u8;
}

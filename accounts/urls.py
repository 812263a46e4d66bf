"""Addresses below /ko/, /zh-hans/ and /en/ for signing in and for one's own account."""

from django.urls import path

from accounts import views

urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="sign-in"),
    path("sign-in/code/", views.EnterCode.as_view(), name="sign-in-code"),
    path("sign-out/", views.SignOut.as_view(), name="sign-out"),
    path("account/second-factor/", views.SecondFactor.as_view(), name="second-factor"),
    path("account/password/", views.Password.as_view(), name="password"),
]
